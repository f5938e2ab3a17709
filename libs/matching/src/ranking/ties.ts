import { createHmac } from 'node:crypto';

/** Order among equals: the same for the same key and data, but not one that a provider can buy by choosing an id. */
export function tieBreaker(key: string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const hash = known.get(id) ?? createHmac('sha256', key).update(id).digest('hex');
    known.set(id, hash);
    return hash;
  };
}
