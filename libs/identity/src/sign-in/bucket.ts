import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { DelayRule } from './delay.js';

/** Where wrong attempts are counted, and by which rule. */
export interface Bucket {
  readonly key: string;
  readonly rule: DelayRule;
}

const forOne: DelayRule = { free: 5, secondsToForgetOne: 3_600 };
/** A whole office may share an address. */
const forAddress: DelayRule = { free: 20, secondsToForgetOne: 300 };

/**
 * One of 65,536 numbers. So the number of rows is bounded, whatever strangers try, and nobody can read a name, an address, or a password
 * typed as a name from it.
 */
const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUInt16BE();

/** For a name, whether or not it exists. */
export const nameBucket = (name: string): Bucket => ({ key: `name ${numberOf(name)}`, rule: forOne });

/** For an account at a place where its owner signed in before. Attempts of strangers elsewhere do not count there. */
export const placeBucket = (accountId: string, place: number): Bucket => ({ key: `place ${accountId} ${place}`, rule: forOne });

/** For everything from one place. */
export const addressBucket = (place: number): Bucket => ({ key: `address ${place}`, rule: forAddress });

/** The number of a network address. The owner chooses the last half of an IPv6 address, so it is ignored. */
export function placeOf(address: string): number {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return numberOf(isIPv6(plain) ? networkOf(plain) : plain);
}

function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
