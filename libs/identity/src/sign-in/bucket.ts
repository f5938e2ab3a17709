import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { DelayRule } from './delay.js';

/** What wrong attempts are counted under, and by which rule. */
export interface Bucket {
  readonly key: string;
  readonly rule: DelayRule;
}

const forOne: DelayRule = { free: 5, secondsToForgetOne: 3_600 };
/** A whole office may share an address. */
const forAddress: DelayRule = { free: 20, secondsToForgetOne: 300 };

/**
 * One of 65,536 numbers. There is never more to store, whatever strangers try, and nobody reads a name, or a password that was
 * typed in its place, or an address out of it.
 */
const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUInt16BE();

/** For a name, whether somebody has it or not. */
export const nameBucket = (name: string): Bucket => ({ key: `name ${numberOf(name)}`, rule: forOne });

/** For an account at a place where its owner signed in before: what strangers do elsewhere does not count there. */
export const placeBucket = (accountId: string, place: number): Bucket => ({ key: `place ${accountId} ${place}`, rule: forOne });

/** For everything from one place. */
export const addressBucket = (place: number): Bucket => ({ key: `address ${place}`, rule: forAddress });

/** The number of a network address. The last half of an IPv6 address is its owner's to choose, so it does not count. */
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
