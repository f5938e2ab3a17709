import type { Fault } from '../../mutations/product-copy.js';
import type { Difference } from '../twins.js';

/** The difference that a single leak makes: texts that match the pattern, in outputs whose name begins so. */
export interface Sign {
  readonly in: string;
  readonly as: RegExp;
}

/** A leak in a copy of the product: it shows a part of a confidential place if the environment names it. */
export interface Leak {
  readonly name: string;
  readonly sign: Sign;
  readonly faults: readonly Fault[];
}

/** Whether the twins found the leak, by its own sign: others may be switched on as well. */
export const isFound = ({ sign }: Leak, differences: readonly Difference[]): boolean =>
  differences
    .filter(({ what }) => what.startsWith(sign.in))
    .some(({ texts: [one, other] }) => JSON.stringify(one.match(sign.as)) !== JSON.stringify(other.match(sign.as)));

/** Names of leaks as the environment has them. */
export const named = (leaks: readonly Leak[]): string => leaks.map(({ name }) => name).join('|');

/** The environment variable that switches on leaks of the copy. */
export const leakVariable = 'HAVEN_TWIN_LEAK';

/** Where code is inserted: after `find`, which must be in the file exactly once, or instead of it with `instead`. */
export interface Place {
  readonly file: string;
  readonly find: string;
  readonly instead?: true;
}

/** A leak, by its code and where it is inserted; `on` is the condition that it is switched on. */
export function leak(name: string, sign: Sign, ...puts: readonly (readonly [Place, (on: string) => string])[]): Leak {
  const on = `(process.env['${leakVariable}'] ?? '').split('|').includes('${name}')`;
  const faults = puts.map(([{ file, find, instead }, code]) => ({ name, file, find, replace: `${instead ? '' : find}${code(on)}` }));
  return { name, sign, faults };
}
