/** Key of the vault's own secret, which is sealed among the records. */
export const fingerprintKeyId = '\u{10FFFD}haven:fingerprint-key';
