import type { EntityManager } from 'typeorm';
import type { DirectoryEntry } from '../../ports.js';
import type { KnownProvider } from '../../judging/candidate.js';
import { Known, parseOnce } from './known.js';
import { Witness } from './witness.js';

/** A cache of earlier reads, shared by all readers. */
export interface Memory {
  readonly providers: Known<KnownProvider>;
  readonly entries: Known<DirectoryEntry>;
  readonly parse: (text: string) => unknown;
}

/** A provider takes 0.7 kB and an entry 2.3 kB in the directories of the bench: 100 MB at most. */
const most = { providers: 100_000, entries: 10_000 } as const;

/** An empty cache. */
export const newMemory = (): Memory => ({
  providers: new Known(most.providers),
  entries: new Known(most.entries),
  parse: parseOnce(),
});

/** The reader of one answer, the witness of its reads, and the cache. */
export interface Reading {
  readonly reader: EntityManager;
  readonly witness: Witness;
  readonly memory: Memory;
}

export const reading = (reader: EntityManager, memory: Memory): Reading => ({ reader, witness: new Witness(), memory });
