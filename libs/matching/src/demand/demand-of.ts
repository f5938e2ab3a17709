import type { DemandView, PartyShape } from '@haven/events';
import type { NeedCategory } from '@haven/kernel';
import { latLngToCell } from 'h3-js';
import type { Judged } from '../judging/judge-site.js';
import { speechOf } from '../languages/speech.js';
import { askedFor, type MatchRequest, type Need } from '../request/request.js';
import { needOutcome, worse } from './need-outcome.js';

/** H3 resolution of the cells of demand: about 45 km across, wider than public cells. */
export const demandResolution = 4;

const hour = 3_600_000;

/** A need, and the places that were judged for it. */
export interface JudgedNeed {
  readonly need: Need;
  readonly judged: readonly Judged[];
}

/** The demand that a question leaves: each category that the party needs, once. `now`: when it is asked, whatever time it is about. */
export function demandOf(request: MatchRequest, party: PartyShape, needs: readonly JudgedNeed[], now: Date): readonly DemandView[] {
  const { latitude, longitude } = request.origin;
  const shared = {
    cell: latLngToCell(latitude, longitude, demandResolution),
    country: request.originCountry,
    hour: new Date(Math.floor(now.getTime() / hour) * hour).toISOString(),
    party,
  };
  const byCategory = new Map<NeedCategory, DemandView>();
  for (const { need, judged } of needs) {
    const { category } = need;
    const known = byCategory.get(category);
    const outcome = needOutcome(judged);
    const language = speechOf(askedFor(request, need).languages[0]!);
    byCategory.set(category, known ? { ...known, outcome: worse(known.outcome, outcome) } : { ...shared, category, language, outcome });
  }
  return [...byCategory.values()];
}
