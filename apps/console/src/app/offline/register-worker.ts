const workerPath = '/worker.js';

/**
 * The scripts that a page may start beside itself: its own. The browser asks here before each start, and before text becomes markup;
 * `markup` lets it, for a page whose policy does.
 */
export function admitOwnWorkers({ markup = false } = {}): void {
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes;
  types?.createPolicy('default', {
    createScriptURL: (url: string) => {
      const { origin, pathname } = new URL(url, location.origin);
      if (origin === location.origin && (pathname === workerPath || /^\/(assets|graphiql)\/[\w.-]+\.m?js$/.test(pathname))) return url;
      throw new TypeError('Only our own workers.');
    },
    // React Aria empties its announcements so; on a page without an editor nothing else becomes part of it as text.
    createHTML: (text: string) => {
      if (markup || text === '') return text;
      throw new TypeError('No text becomes a page.');
    },
  });
}

/** Keeps the page's own files for the time without network. Without a worker everything works, with network only. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register(workerPath, { scope: '/' }).catch(() => undefined);
}
