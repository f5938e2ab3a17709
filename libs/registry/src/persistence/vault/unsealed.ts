import type { VaultCipher } from '@haven/security';

/** The record's key is lost, or its bytes were altered. It must not be overwritten, so the transaction ends here. */
export class VaultUnreadableError extends Error {
  constructor(reason: string) {
    super(`A sealed record cannot be opened (${reason}). Start with the vault keys that this data was written with.`);
    this.name = 'VaultUnreadableError';
  }
}

/** The content that is sealed under this key of the vault. */
export function unsealed(cipher: VaultCipher, key: string, box: Uint8Array): Buffer {
  const result = cipher.open(box, key);
  if (!result.ok) throw new VaultUnreadableError(result.error);
  return Buffer.from(result.value);
}
