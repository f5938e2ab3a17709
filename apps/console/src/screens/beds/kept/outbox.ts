import type { Store } from '../../../app/store';
import { answered, markSent, nextToSend, type Change, type Outcome } from '../ledger/ledger';
import type { Book, Keeper } from './book';
import { repeat } from './repeat';
import { showBook } from './shown-book';

/** What the outbox needs of the world. */
export interface Surroundings {
  readonly keeper: Keeper;
  /** Whether the account of this book is the one that is signed in now: nothing is ever sent under another. */
  readonly maySend: () => boolean;
  readonly send: (change: Change) => Promise<Outcome>;
  /** One tab at a time. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Milliseconds since 1970 by the clock of this device, and by the server's. */
  readonly now: () => number;
  readonly serverNow: () => number;
  readonly later: (milliseconds: number, work: () => void) => () => void;
}

/** The book as this tab shows it, and the way of its words to the record. */
export interface Outbox {
  /** null: it is being opened. */
  readonly book: Store<Book | null>;
  /** Counts answers: what was asked before the last one may be older than it. */
  answers(): number;
  change(change: (book: Book) => Book): void;
  /** Tells what waits, now and again until nothing waits. */
  send(): void;
  look(): Promise<void>;
  close(): void;
}

/** Shorter than this a count was on its way anyway: it is dated by its arrival. */
const promptMilliseconds = 60_000;

/** Shows a book, changes it, and sends what it has to tell. */
export function createOutbox({ keeper, maySend, send, alone, now, serverNow, later }: Surroundings): Outbox {
  const shown = showBook(keeper);
  let answers = 0;
  let isClosed = false;
  const mayGoOn = () => !isClosed && maySend();

  /** The next word, marked as perhaps sent before it is. */
  const take = async (): Promise<Change | undefined> => {
    let taken: Change | undefined;
    await shown.update((kept) => {
      const key = nextToSend(kept, now())?.key;
      const marked = key === undefined ? kept : { ...kept, ...markSent(kept, key, (said) => datedBy(said, now(), serverNow())) };
      taken = marked.changes.find((change) => change.key === key);
      return marked;
    });
    return taken;
  };
  const sendAll = async () => {
    while (mayGoOn()) {
      const change = await take();
      if (!change || !mayGoOn()) break;
      const outcome = await send(change).catch((): Outcome => ({ kind: 'unknown' }));
      if (isClosed) return;
      if (outcome.kind === 'unknown') return sending.again();
      answers += 1;
      sending.succeeded();
      await shown.update((kept) => ({ ...kept, ...answered(kept, change.key, outcome) }));
    }
    const held = (shown.book.get()?.changes ?? []).map(({ notBefore }) => notBefore).filter((notBefore) => notBefore > 0);
    if (held.length > 0 && mayGoOn()) sending.plan(Math.max(0, Math.min(...held) - now()));
  };
  const sending = repeat(() => alone(sendAll), later);

  void shown.look().then(sending.start);
  return {
    book: shown.book,
    answers: () => answers,
    change: (change) => void shown.update(change).then(sending.start),
    send: sending.start,
    look: shown.look,
    close: () => {
      isClosed = true;
      sending.stop();
      shown.close();
    },
  };
}

/** When it was counted, by the server's clock: phones are often minutes off. */
const datedBy = ({ saidAt }: Change, now: number, serverNow: number): string | null =>
  now - saidAt < promptMilliseconds ? null : new Date(saidAt + serverNow - now).toISOString();
