import { createStore, type Store } from '../../../app/store';
import { emptyBook, type Book, type Keeper } from './book';

/** A book as one tab shows it. */
export interface ShownBook {
  /** null: it is being opened. */
  readonly book: Store<Book | null>;
  /** Shows the change at once and stores it a moment later: storage on a phone is slow. */
  update(change: (book: Book) => Book): Promise<void>;
  /** Reads the stored book again: a sleeping tab has missed changes of other tabs. */
  look(): Promise<void>;
  close(): void;
}

/** Shows the stored book; a change of this tab stays visible until it is stored. */
export function showBook(keeper: Keeper): ShownBook {
  const book = createStore<Book | null>(null);
  let pending = 0;
  let isClosed = false;
  const show = (kept: Book) => {
    if (pending === 0 && !isClosed) book.set(kept);
  };
  const look = async () => show(await keeper.read());
  keeper.follow(() => void look());
  return {
    book,
    look,
    update: async (change) => {
      const before = book.get();
      if (before) book.set(change(before));
      pending += 1;
      show(await keeper.update(change).finally(() => (pending -= 1)));
    },
    close: () => {
      isClosed = true;
      keeper.close();
      book.set(emptyBook);
    },
  };
}
