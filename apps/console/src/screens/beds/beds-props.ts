import type { Book } from './kept/book';
import type { Outbox } from './kept/outbox';

/** Properties that all parts of the screen take. */
export interface BedsProps {
  readonly outbox: Outbox;
  readonly book: Book;
  readonly owner: string;
}
