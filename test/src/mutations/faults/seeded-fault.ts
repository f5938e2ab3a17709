import type { Fault } from '../product-copy.js';

/** A fault in what decides who is in and who comes first, and whether it only shows in a read model that is built with it. */
export interface SeededFault extends Omit<Fault, 'name'> {
  readonly rebuild?: true;
}

/** A file of matching. */
export const matching = (file: string) => `libs/matching/src/${file}`;
