import { createStore, type Store } from '../../../app/store';
import { emptyBook, type Book, type Keeper } from './book';

/** A book as one tab shows it. */
export interface ShownBook {
  /** null: it is being opened. */
  readonly book: Store<Book | null>;
  /** Shown at once, kept a moment later: a thumb is quicker than a phone's storage. */
  update(change: (book: Book) => Book): Promise<void>;
  /** Looks again at what is kept: a tab that slept has missed what others did. */
  look(): Promise<void>;
  close(): void;
}

/** Shows what is kept; what this tab has just said is never hidden by what was kept before it. */
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
