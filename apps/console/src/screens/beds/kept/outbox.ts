import type { Store } from '../../../app/store';
import { answered, markSent, nextToSend, type Change, type Outcome } from '../ledger/ledger';
import type { Book, Keeper } from './book';
import { repeat } from './repeat';
import { showBook } from './shown-book';

/** The dependencies of the outbox. */
export interface Surroundings {
  readonly keeper: Keeper;
  /** Whether the account of this book is signed in now: its changes are never sent under another account. */
  readonly maySend: () => boolean;
  readonly send: (change: Change) => Promise<Outcome>;
  /** Runs in one tab at a time. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Milliseconds since 1970 by the clock of this device, and by the server's. */
  readonly now: () => number;
  readonly serverNow: () => number;
  readonly later: (milliseconds: number, work: () => void) => () => void;
}

/** The book as this tab shows it, and the sending of its changes. */
export interface Outbox {
  /** null: it is being opened. */
  readonly book: Store<Book | null>;
  /** The number of answers so far: a query from before the last answer may be out of date. */
  answers(): number;
  change(change: (book: Book) => Book): void;
  /** Sends waiting changes until none is left. */
  send(): void;
  look(): Promise<void>;
  close(): void;
}

/** A count that is sent within this time is dated by its arrival. */
const promptMilliseconds = 60_000;

/** Shows a book, changes it, and sends its changes. */
export function createOutbox({ keeper, maySend, send, alone, now, serverNow, later }: Surroundings): Outbox {
  const shown = showBook(keeper);
  let answers = 0;
  let isClosed = false;
  const mayGoOn = () => !isClosed && maySend();

  /** Takes the next change, and marks it as possibly sent before sending it. */
  const take = async (): Promise<Change | undefined> => {
    let taken: Change | undefined;
    await shown.update((kept) => {
      const key = nextToSend(kept, now())?.key;
      const marked = key === undefined ? kept : { ...kept, ...markSent(kept, key, (change) => datedBy(change, now(), serverNow())) };
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

/** When the count was made, by the server's clock: phones are often minutes off. */
const datedBy = ({ saidAt }: Change, now: number, serverNow: number): string | null =>
  now - saidAt < promptMilliseconds ? null : new Date(saidAt + serverNow - now).toISOString();
