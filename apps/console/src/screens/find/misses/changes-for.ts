import { kmToReach } from '../question/further.js';
import type { FindDraft } from '../question/question.js';

/** The part of a near miss that decides the change. */
interface Missed {
  readonly remedy: string;
  readonly distance: { readonly meters: number } | null;
}

/** The change to the query that would make each near miss fit; null: no change would, or an earlier near miss offers the same one. */
export function changesFor(misses: readonly Missed[]): (Partial<FindDraft> | null)[] {
  const changes = misses.map(changeFor);
  const texts = changes.map((change) => JSON.stringify(change));
  return changes.map((change, i) => (texts.indexOf(texts[i]!) === i ? change : null));
}

function changeFor({ remedy, distance }: Missed): Partial<FindDraft> | null {
  if (remedy === 'CROSS_BORDER') return { crossBorder: true };
  const km = remedy === 'WIDEN_DISTANCE' && distance ? kmToReach(distance.meters) : null;
  return km === null ? null : { maxDistanceKm: km };
}
