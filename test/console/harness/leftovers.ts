import type { BrowserContext, Page } from '@playwright/test';

/** The data that the next user of the device could find. */
export async function leftovers(context: BrowserContext, url: string) {
  const page = await context.newPage();
  // An address of the same origin that stores nothing itself.
  await page.goto(`${url}/blank`);
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    local: { ...localStorage },
    session: { ...sessionStorage },
  }));
  await page.close();
  return { ...kept, cookies: (await context.cookies()).map(({ name }) => name).sort() };
}

/** Nothing. */
export const nothing = { databases: [], caches: [], workers: 0, local: {}, session: {}, cookies: [] };

/** Addresses in the history of a page, of this site only. */
export async function historyOf(page: Page, url: string): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  const { entries } = await client.send('Page.getNavigationHistory');
  return entries.map((entry) => entry.url).filter((entry) => entry.startsWith(url));
}

/** Fills every kind of storage, as screens might. */
export const fillStorage = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    localStorage.setItem('a', '1');
    sessionStorage.setItem('b', '2');
    document.cookie = 'c=3; path=/';
    await caches.open('d');
    await new Promise((resolve, reject) => {
      const request = indexedDB.open('e');
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = () => reject(new Error('no database'));
    });
    await navigator.serviceWorker.ready;
  });
