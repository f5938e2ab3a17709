/** Key of the vault's own secret; it stands among the records, sealed like them. */
export const fingerprintKeyId = '\u{10FFFD}haven:fingerprint-key';
