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

/** Opens the book of an account on this device; in memory if the browser forbids storage. */
export async function openKeeper(subject: string): Promise<Keeper> {
  let database: Database | null = null;
  // After a quick exit or a sign-out, in this or another tab, no data may be written again.
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
      // If the storage is full or broken, the change at least lasts while the page is open.
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

/** Unsent changes of another account on this device. */
export interface Left {
  readonly subject: string;
  readonly usedAt: number;
  readonly unsent: number;
}

/** All accounts with a book on this device, the most recently used first. */
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

/** Looking must not create a database again that is being deleted. */
const openExisting = (subject: string): Promise<Database | null> =>
  openDB<Tables>(databaseOf(subject), 1, { upgrade: (_, __, ___, tx) => tx.abort() }).catch(() => null);

/** Another account works here now: only unsent changes of the other accounts stay. Returns the accounts that have some. */
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

/** Deletes an account's data on this device, including its unsent changes. */
export const dropAccount = (subject: string): Promise<void> => deleteDB(databaseOf(subject));
