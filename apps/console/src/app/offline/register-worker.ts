const workerPath = '/worker.js';

/**
 * Allows the page to start its own worker scripts only. The browser checks this policy before each start, and before text becomes markup;
 * `markup` allows that for a page that needs it.
 */
export function admitOwnWorkers({ markup = false } = {}): void {
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes;
  types?.createPolicy('default', {
    createScriptURL: (url: string) => {
      const { origin, pathname } = new URL(url, location.origin);
      if (origin === location.origin && (pathname === workerPath || /^\/(assets|graphiql)\/[\w.-]+\.m?js$/.test(pathname))) return url;
      throw new TypeError('Only our own workers.');
    },
    // React Aria clears its announcements like this; a page without an editor inserts no other text as markup.
    createHTML: (text: string) => {
      if (markup || text === '') return text;
      throw new TypeError('No text becomes a page.');
    },
  });
}

/** Keeps the page's own files for use offline. Without a worker everything works, but only with network. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register(workerPath, { scope: '/' }).catch(() => undefined);
}
