import type { Ranked } from '../ranking/rank.js';
import type { Cursor } from '../request/cursor.js';

/** Where the next matches begin: after the last one seen, at its present position. If it is gone, after as many as were seen. */
export function startOf(ranked: readonly Ranked[], after: Cursor | null): number {
  if (!after) return 0;
  const place = ranked.findIndex(({ judged }) => judged.site.serviceId === after.serviceId);
  return place === -1 ? after.seen : place + 1;
}

/** The matches of a page, and where the next page begins; if there are none, it begins where this one did. */
export function pageOf(
  ranked: readonly Ranked[],
  after: Cursor | null,
  first: number,
): { readonly shown: readonly Ranked[]; readonly end: Cursor | null } {
  const start = startOf(ranked, after);
  const shown = ranked.slice(start, start + first);
  const last = shown.at(-1);
  return { shown, end: last ? { serviceId: last.judged.site.serviceId, seen: start + shown.length } : after };
}
