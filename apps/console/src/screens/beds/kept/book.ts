import { emptyLedger, type Ledger } from '../ledger/ledger';

/** A shelter of the organization. Its name is kept only where there are several to tell apart. */
export interface KeptShelter {
  readonly id: string;
  readonly name: string | null;
}

/** All that stays on the device for an account: counts, rooms, and what was not told yet. Nothing of guests, ever. */
export interface Book extends Ledger {
  readonly shelters: readonly KeptShelter[];
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

export const emptyBook: Book = { ...emptyLedger, shelters: [], usedAt: 0 };

/** Where a book is kept. Changes are atomic: two tabs see each other's. */
export interface Keeper {
  read(): Promise<Book>;
  /** Applies the change to what is kept, and answers what is kept then. */
  update(change: (book: Book) => Book): Promise<Book>;
  /** Calls when another tab has changed it. */
  follow(listener: () => void): void;
  /** Lets go of it, so that it can be deleted. Whatever comes later is kept in memory only. */
  close(): void;
}

/** In memory: where the browser keeps nothing. */
export function memoryKeeper(first: Book = emptyBook): Keeper {
  let book = first;
  return {
    read: () => Promise.resolve(book),
    update: (change) => Promise.resolve((book = change(book))),
    follow: () => undefined,
    close: () => undefined,
  };
}
