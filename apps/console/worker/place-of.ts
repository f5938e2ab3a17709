/** The parts of a request that decide how to answer it. */
export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: URL;
  readonly origin: string;
}

/** Where the answer comes from: the kept page, the kept files, or only the network. Answers about beds and people are never kept. */
export function placeOf({ method, mode, url, origin }: Asked, paths: readonly string[]): 'page' | 'file' | 'network' {
  if (method !== 'GET' || url.origin !== origin) return 'network';
  if (mode === 'navigate') return paths.includes(url.pathname) ? 'page' : 'network';
  return /^\/assets\/[\w.-]+$/.test(url.pathname) ? 'file' : 'network';
}
