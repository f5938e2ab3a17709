/** Called before the databases are deleted: an open database cannot be deleted. */
const closers = new Set<() => void>();

/** Registers a database connection to close before deletion; returns a function that unregisters it. */
export function closeOnExit(close: () => void): () => void {
  closers.add(close);
  return () => void closers.delete(close);
}

/** Closes all databases of this page, so that they can be deleted. */
export function closeAll(): void {
  for (const close of [...closers]) close();
}

/** Deletes all that a page can reach: databases, caches, storage, cookies, the worker. Waits no longer than `patienceMilliseconds`. */
export async function forgetEverything(patienceMilliseconds: number): Promise<void> {
  closeAll();
  clear(localStorage);
  clear(sessionStorage);
  for (const cookie of document.cookie.split(';')) document.cookie = `${cookie.split('=')[0]}=; max-age=0; path=/`;
  endSessionHere();
  const work = Promise.allSettled([deleteDatabases(), deleteCaches(), dismissWorkers()]);
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]);
}

/**
 * Ends the session of our own provider in this browser, also without network. Scripts cannot read the session cookie, but the session is
 * invalid without its signature.
 */
export function endSessionHere(): void {
  document.cookie = 'haven-session.sig=; max-age=0; path=/oidc';
}

function clear(storage: Storage): void {
  try {
    storage.clear();
  } catch {
    // If the browser forbids storage, there is nothing to delete.
  }
}

async function deleteDatabases(): Promise<void> {
  const databases = await indexedDB.databases();
  await Promise.all(databases.flatMap(({ name }) => (name === undefined ? [] : [deleteDatabase(name)])));
}

/** Waits for other pages to close the database. */
export const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('not deleted'));
  });

async function deleteCaches(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
}

async function dismissWorkers(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}
