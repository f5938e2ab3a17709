import { kmToReach } from '../question/further.js';
import type { FindDraft } from '../question/question.js';

/** What decides, of a near miss. */
interface Missed {
  readonly remedy: string;
  readonly distance: { readonly meters: number } | null;
}

/** What of the question would have to change for each near miss to fit; null: nothing of it, or the one above it says so already. */
export function changesFor(misses: readonly Missed[]): (Partial<FindDraft> | null)[] {
  const changes = misses.map(changeFor);
  const said = changes.map((change) => JSON.stringify(change));
  return changes.map((change, i) => (said.indexOf(said[i]!) === i ? change : null));
}

function changeFor({ remedy, distance }: Missed): Partial<FindDraft> | null {
  if (remedy === 'CROSS_BORDER') return { crossBorder: true };
  const km = remedy === 'WIDEN_DISTANCE' && distance ? kmToReach(distance.meters) : null;
  return km === null ? null : { maxDistanceKm: km };
}
