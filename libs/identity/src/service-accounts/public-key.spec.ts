import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readPublicKey } from './public-key.js';

const pem = (key: KeyObject) => key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }).toString();
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });

describe('the public key of a service account', () => {
  it.each([
    ['EC P-256', ec('P-256').publicKey, 'ES256'],
    ['EC P-384', ec('P-384').publicKey, 'ES384'],
    ['Ed25519', generateKeyPairSync('ed25519').publicKey, 'EdDSA'],
    ['RSA', rsa(2048).publicKey, 'PS256'],
  ])('may be %s, as PEM and as JWK', async (_, key, alg) => {
    const read = await readPublicKey(pem(key));
    expect(read).toMatchObject({ ok: true, value: { alg, use: 'sig' } });
    expect(await readPublicKey(JSON.stringify(key.export({ format: 'jwk' })))).toEqual(read);
  });

  it.each([
    ['a private key', pem(ec('P-256').privateKey), /private key/],
    ['a private JWK', JSON.stringify(ec('P-256').privateKey.export({ format: 'jwk' })), /private key/],
    ['a shared secret', '{"kty":"oct","k":"c2VjcmV0"}', /private key/],
    ['a weak RSA key', pem(rsa(1024).publicKey), /2048/],
    ['an unusual curve', pem(ec('secp256k1').publicKey), /P-256/],
    ['anything else', 'hello', /PEM/],
    ['nothing', '', /PEM/],
  ])('is not %s', async (_, text, message) => {
    expect(await readPublicKey(text)).toEqual({ ok: false, error: expect.stringMatching(message) });
  });
});
