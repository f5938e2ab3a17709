/** The parts of a request that decide who answers it. */
export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: URL;
  readonly origin: string;
}

/** Who answers: the kept page, the kept files, or the network alone. Answers about beds and people are never kept. */
export function placeOf({ method, mode, url, origin }: Asked, paths: readonly string[]): 'page' | 'file' | 'network' {
  if (method !== 'GET' || url.origin !== origin) return 'network';
  if (mode === 'navigate') return paths.includes(url.pathname) ? 'page' : 'network';
  return /^\/assets\/[\w.-]+$/.test(url.pathname) ? 'file' : 'network';
}
