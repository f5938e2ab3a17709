import { placeOf } from './place-of';

/** The build fills this in: the files of the page, and the addresses that it handles. */
declare const __KEPT__: { readonly paths: readonly string[]; readonly files: readonly string[] };

const scope = globalThis as unknown as ServiceWorkerGlobalScope;
const cacheName = 'haven-console';
const page = '/';

scope.addEventListener('install', (event) => event.waitUntil(keep()));
scope.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => scope.clients.claim())));
scope.addEventListener('fetch', (event) => {
  const place = placeOf({ ...partsOf(event.request) }, __KEPT__.paths);
  if (place === 'page') event.respondWith(pageFirstFromNetwork(event.request));
  if (place === 'file') event.respondWith(fileFromCache(event.request));
});

const partsOf = ({ method, mode, url }: Request) => ({ method, mode, url: new URL(url), origin: scope.location.origin });

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([new Request(page, { cache: 'reload' }), ...__KEPT__.files]);
}

/** Deletes files of an older build, but keeps languages and the map that the user fetched with this one. */
async function dropOld(): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = new Set(__KEPT__.files);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== page && !kept.has(pathname) && !(await fetch(request, { method: 'HEAD' }).catch(() => null))?.ok)
      await cache.delete(request);
  }
}

/** The newest page if there is a network; its files have unique names, so that old and new never mix. */
async function pageFirstFromNetwork(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(cacheName)).put(page, answer.clone());
    return answer;
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
}

async function fileFromCache(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(cacheName)).put(request, answer.clone());
  return answer;
}
