import type { Book } from './kept/book';
import type { Outbox } from './kept/outbox';

/** What all parts of the screen have. */
export interface BedsProps {
  readonly outbox: Outbox;
  readonly book: Book;
  readonly owner: string;
}
