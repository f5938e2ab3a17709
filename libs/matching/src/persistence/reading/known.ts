import { LRUCache } from 'lru-cache';

/** What was read of services, the latest few. It holds as long as the version of the service is the one that it was read with. */
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

/** Texts of rules, hours and the like that are remembered: a directory of any size has a few hundred. */
const textsMost = 10_000;

/** Parses JSON. The same text becomes the same object, so that what is worked out of it can be remembered. */
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
