import { LRUCache } from 'lru-cache';

/** A cache of data about services, the latest few. An item is valid as long as the service has the version with which it was read. */
export class Known<T extends object> {
  private readonly kept: LRUCache<string, { readonly version: string; readonly value: T }>;

  constructor(most: number) {
    this.kept = new LRUCache({ max: most });
  }

  get(serviceId: string, version: string): T | undefined {
    const one = this.kept.get(serviceId);
    return one?.version === version ? one.value : undefined;
  }

  keep(serviceId: string, version: string, value: T): T {
    this.kept.set(serviceId, { version, value });
    return value;
  }
}

/** The most texts of rules and hours in the cache: a directory of any size has a few hundred. */
const textsMost = 10_000;

/** Parses JSON. Equal texts give the same object, so that results computed from it can be cached. */
export function parseOnce(): (text: string) => unknown {
  const parsed = new LRUCache<string, object>({ max: textsMost });
  return (text) => {
    const known = parsed.get(text);
    if (known) return known;
    const made = JSON.parse(text) as object;
    parsed.set(text, made);
    return made;
  };
}
