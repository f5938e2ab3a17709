import { createHmac } from 'node:crypto';

/** Order among equals: the same for the same key and data, but no provider can influence it by choosing an id. */
export function tieBreaker(key: string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const hash = known.get(id) ?? createHmac('sha256', key).update(id).digest('hex');
    known.set(id, hash);
    return hash;
  };
}
