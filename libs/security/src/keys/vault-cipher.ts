import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';
import type { CipherGCM, DecipherGCM, KeyObject } from 'node:crypto';
import { err, ok } from '@haven/kernel';
import type { Result } from '@haven/kernel';

// Layout of a sealed record:
//   version 1 | key id 8 | wrapping nonce 12 | wrapped data key 32 + tag 16 | nonce 12 | ciphertext n + tag 16
// The head (version and key id) and the associated data are authenticated by both layers.
const version = 1;
const keyLength = 32;
const keyIdLength = 8;
const nonceLength = 12;
const tagLength = 16;
/** Records that begin with the same bytes were sealed with the same master key. */
export const sealedHeadLength = 1 + keyIdLength;
const wrapLength = nonceLength + keyLength + tagLength;
const sealedLengthMin = sealedHeadLength + wrapLength + nonceLength + tagLength;

/** `unknown-key`: sealed with a master key that is not in the list. `damaged`: altered, cut, or of another record. */
export type VaultFailure = 'unknown-key' | 'damaged';

/** Seals records of the vault. Each record has its own data key, wrapped by the master key. */
export interface VaultCipher {
  /** `associatedData` is the location id: a sealed record opens only for its own location. */
  seal(plaintext: Uint8Array, associatedData: string): Uint8Array;
  open(sealed: Uint8Array, associatedData: string): Result<Uint8Array, VaultFailure>;
  /** Whether to seal the record again, because its master key is no longer the first. */
  isOutdated(sealed: Uint8Array): boolean;
}

/** Master keys of 32 bytes. The first encrypts, all decrypt. */
export function createVaultCipher(keys: readonly Uint8Array[]): VaultCipher {
  const [current] = keys;
  if (!current || keys.some((key) => key.length !== keyLength)) throw new RangeError(`Give at least one key of ${keyLength} bytes.`);
  const byId = new Map(keys.map((key) => [keyIdOf(key).toString('hex'), createSecretKey(key)]));
  const currentKey = createSecretKey(current);
  const head = Buffer.concat([Buffer.of(version), keyIdOf(current)]);
  return {
    seal: (plaintext, associatedData) => seal(currentKey, head, plaintext, associatedData),
    open: (sealed, associatedData) => open(byId, Buffer.from(sealed), associatedData),
    isOutdated: (sealed) => !head.equals(sealed.subarray(0, sealedHeadLength)),
  };
}

/** A short name for a master key that reveals nothing about it. */
function keyIdOf(key: Uint8Array): Buffer {
  return createHash('sha256').update('haven vault key id').update(key).digest().subarray(0, keyIdLength);
}

function seal(masterKey: KeyObject, head: Buffer, plaintext: Uint8Array, associatedData: string): Uint8Array {
  const dataKey = randomBytes(keyLength);
  const context = contextOf(head, associatedData);
  const sealed = Buffer.concat([head, encrypt(masterKey, dataKey, context), encrypt(createSecretKey(dataKey), plaintext, context)]);
  dataKey.fill(0);
  return sealed;
}

function open(keys: ReadonlyMap<string, KeyObject>, sealed: Buffer, associatedData: string): Result<Uint8Array, VaultFailure> {
  if (sealed.length < sealedLengthMin || sealed[0] !== version) return err('damaged');
  const head = sealed.subarray(0, sealedHeadLength);
  const masterKey = keys.get(head.subarray(1).toString('hex'));
  if (!masterKey) return err('unknown-key');
  const context = contextOf(head, associatedData);
  try {
    const dataKey = decrypt(masterKey, sealed.subarray(sealedHeadLength, sealedHeadLength + wrapLength), context);
    return ok(decrypt(createSecretKey(dataKey), sealed.subarray(sealedHeadLength + wrapLength), context));
  } catch {
    return err('damaged');
  }
}

/** UTF-16 keeps all strings different; UTF-8 would merge lone surrogates. */
const contextOf = (head: Buffer, associatedData: string): Buffer => Buffer.concat([head, Buffer.from(associatedData, 'utf16le')]);

// Node takes several times as long with raw bytes as with a key object.
function encrypt(key: KeyObject, plaintext: Uint8Array, context: Buffer): Buffer {
  // Random nonces are safe up to 2^32 records for one master key (NIST SP 800-38D, 8.3); a data key has one use.
  const nonce = randomBytes(nonceLength);
  const cipher: CipherGCM = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(context);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: KeyObject, box: Buffer, context: Buffer): Buffer {
  const decipher: DecipherGCM = createDecipheriv('aes-256-gcm', key, box.subarray(0, nonceLength), { authTagLength: tagLength });
  decipher.setAAD(context);
  decipher.setAuthTag(box.subarray(-tagLength));
  return Buffer.concat([decipher.update(box.subarray(nonceLength, -tagLength)), decipher.final()]);
}
