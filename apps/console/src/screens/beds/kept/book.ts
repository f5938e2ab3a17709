import { emptyLedger, type Ledger } from '../ledger/ledger';

/** A shelter of the organization. Its name is kept only if there are several to tell apart. */
export interface KeptShelter {
  readonly id: string;
  readonly name: string | null;
}

/** All data on this device for an account: counts, rooms, and unsent changes. It never contains data of guests. */
export interface Book extends Ledger {
  readonly shelters: readonly KeptShelter[];
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

export const emptyBook: Book = { ...emptyLedger, shelters: [], usedAt: 0 };

/** The storage of a book. Changes are atomic: two tabs see each other's changes. */
export interface Keeper {
  read(): Promise<Book>;
  /** Applies the change to the stored book, and returns the result. */
  update(change: (book: Book) => Book): Promise<Book>;
  /** Calls when another tab has changed the book. */
  follow(listener: () => void): void;
  /** Closes the storage, so that it can be deleted. Later changes stay in memory only. */
  close(): void;
}

/** A keeper in memory, if the browser stores nothing. */
export function memoryKeeper(first: Book = emptyBook): Keeper {
  let book = first;
  return {
    read: () => Promise.resolve(book),
    update: (change) => Promise.resolve((book = change(book))),
    follow: () => undefined,
    close: () => undefined,
  };
}
