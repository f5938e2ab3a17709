import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { composed } from './password-rule.js';
import { createGate } from './gate.js';

/** The minimum that OWASP names for argon2id: 19 MiB, two passes, one lane. */
const usual = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const nonceLength = 16;
/** Each hash takes 19 MiB and one of libuv's four threads for a tenth of a second. Files and DNS need the other threads. */
const atOnce = 2;
const mostWaiting = 64;

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** The hashing itself. Tests count its calls. */
export type Derive = (password: string, nonce: Buffer, cost: Cost) => Promise<Buffer>;

/** Hashes passwords, a few at a time. Both methods reject with {@link TooManyWaiting} if the queue is full. */
export interface Passwords {
  /** A PHC string. */
  hash(password: string): Promise<string>;
  /** hash null: the account is unknown; this does the same work and answers false. */
  matches(hash: string | null, password: string): Promise<boolean>;
}

/** Passwords by argon2id. */
export function createPasswords(derive: Derive = byArgon2): Passwords {
  const gate = createGate(atOnce, mostWaiting);
  // No password matches it: its tag is random.
  const nobodys = encoded(randomBytes(nonceLength), randomBytes(tagLength), usual);
  return {
    hash: async (password) => {
      const nonce = randomBytes(nonceLength);
      return encoded(nonce, await gate(() => derive(password, nonce, usual)), usual);
    },
    matches: async (hash, password) => {
      const { nonce, tag, cost } = decoded(hash ?? nobodys);
      return timingSafeEqual(await gate(() => derive(password, nonce, cost)), tag) && hash !== null;
    },
  };
}

const run = promisify(argon2);
const byArgon2: Derive = (password, nonce, cost) => run('argon2id', { message: composed(password), nonce, tagLength, ...cost });

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const encoded = (nonce: Buffer, tag: Buffer, { memory, passes, parallelism }: Cost): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;

function decoded(hash: string): { nonce: Buffer; tag: Buffer; cost: Cost } {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  if (!parts) throw new Error('A stored password hash is damaged');
  const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number];
  return { nonce: Buffer.from(parts[4]!, 'base64'), tag: Buffer.from(parts[5]!, 'base64'), cost: { memory, passes, parallelism } };
}
