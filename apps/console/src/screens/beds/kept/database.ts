import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { databaseOf, subjectOf } from '../../../app/offline/kept-names';
import { unsentIn } from '../ledger/ledger';
import { emptyBook, memoryKeeper, type Book, type Keeper } from './book';

const store = 'kept';
const record = 'book';
interface Tables extends DBSchema {
  readonly kept: { readonly key: string; readonly value: Book };
}
type Database = IDBPDatabase<Tables>;

const open = (subject: string, onDelete: () => void): Promise<Database> =>
  openDB<Tables>(databaseOf(subject), 1, { upgrade: (database) => void database.createObjectStore(store), blocking: onDelete });

/** The book of an account on this device; in memory where the browser forbids to keep anything. */
export async function openKeeper(subject: string): Promise<Keeper> {
  let database: Database | null = null;
  // After a quick exit or a sign-out, in this tab or another, nothing may come back.
  const close = () => {
    database?.close();
    database = null;
    others?.close();
    others = null;
  };
  let others: BroadcastChannel | null = new BroadcastChannel(databaseOf(subject));
  database = await open(subject, close).catch(() => null);
  if (!database) return memoryKeeper();
  let last: Book = emptyBook;
  return {
    read: async () => (last = (await database?.get(store, record)) ?? last),
    update: async (change) => {
      // Storage that is full or broken: what was said is at least not lost while the page is open.
      last = database ? await changeIn(database, change).catch(() => (close(), change(last))) : change(last);
      others?.postMessage(null);
      return last;
    },
    follow: (listener) => others?.addEventListener('message', listener),
    close,
  };
}

async function changeIn(database: Database, change: (book: Book) => Book): Promise<Book> {
  const tx = database.transaction(store, 'readwrite');
  const next = change((await tx.store.get(record)) ?? emptyBook);
  await tx.store.put(next, record);
  await tx.done;
  return next;
}

/** What other accounts have left on this device. */
export interface Left {
  readonly subject: string;
  readonly usedAt: number;
  readonly unsent: number;
}

/** All accounts that have a book here, the one used last first. */
export async function keptAccounts(): Promise<Left[]> {
  const databases = await indexedDB.databases().catch(() => []);
  const subjects = databases.map(({ name }) => subjectOf(name ?? '')).filter((subject) => subject !== null);
  const left = await Promise.all(subjects.map(leftBy));
  return left.filter((one) => one !== null).sort((a, b) => b.usedAt - a.usedAt);
}

async function leftBy(subject: string): Promise<Left | null> {
  const database = await openExisting(subject);
  const book = await database?.get(store, record);
  database?.close();
  return book ? { subject, usedAt: book.usedAt, unsent: unsentIn(book) } : null;
}

/** One that is being deleted must not come back, empty, because somebody looked. */
const openExisting = (subject: string): Promise<Database | null> =>
  openDB<Tables>(databaseOf(subject), 1, { upgrade: (_, __, ___, tx) => tx.abort() }).catch(() => null);

/** Another account is at work here: of the others nothing stays but what they have not told yet. Answers who has something left. */
export async function tidyAfterOthers(subject: string): Promise<Left[]> {
  const others = (await keptAccounts()).filter((one) => one.subject !== subject);
  for (const other of others) await (other.unsent === 0 ? deleteDB(databaseOf(other.subject)) : keepUnsentOnly(other.subject));
  return others.filter(({ unsent }) => unsent > 0);
}

async function keepUnsentOnly(subject: string): Promise<void> {
  const database = await openExisting(subject);
  if (!database) return;
  const isNeeded = ({ changes, questions }: Book, id: string) => [...changes, ...questions].some(({ roomId }) => roomId === id);
  await changeIn(database, (book) => ({ ...book, rooms: book.rooms.filter(({ id }) => isNeeded(book, id)), shelters: [] }));
  database.close();
}

/** Drops what an account has left here, with all that it has not told. */
export const dropAccount = (subject: string): Promise<void> => deleteDB(databaseOf(subject));
