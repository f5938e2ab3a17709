import type { Fault } from '../../mutations/product-copy.js';

/** A leak in a copy of the product: it shows something of a confidential place, when the environment names it. */
export interface Leak {
  readonly name: string;
  readonly faults: readonly Fault[];
}

/** The variable that switches on one of the leaks of the copy. */
export const leakVariable = 'HAVEN_TWIN_LEAK';

/** Where code is put in: after `find`, which must be in the file exactly once; `instead` puts it in place of it. */
export interface Place {
  readonly file: string;
  readonly find: string;
  readonly instead?: true;
}

/** A leak by what it puts where; `on` is the condition that it is switched on. */
export function leak(name: string, ...puts: readonly (readonly [Place, (on: string) => string])[]): Leak {
  const on = `(process.env['${leakVariable}'] === '${name}')`;
  const faults = puts.map(([{ file, find, instead }, code]) => ({ name, file, find, replace: `${instead ? '' : find}${code(on)}` }));
  return { name, faults };
}
