import type { EntityManager } from 'typeorm';
import { Witness } from './witness.js';

/** Who reads for one answer, and who watches what is read. */
export interface Reading {
  readonly reader: EntityManager;
  readonly witness: Witness;
}

/** Begins to read. */
export const reading = (reader: EntityManager): Reading => ({ reader, witness: new Witness() });
