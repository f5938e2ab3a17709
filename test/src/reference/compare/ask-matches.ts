import type { System } from '../../harness/system.js';
import type { MatchRequest, Point } from '../contract-types.js';

/** A reason with its values. */
export interface AnsweredReason {
  readonly code: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A match with the fields that the reference compares. */
export interface AnsweredMatch {
  readonly service: { readonly id: string; readonly organization: { readonly id: string } };
  readonly location: (Point & { readonly id: string; readonly country: string | null }) | null;
  readonly reasons: readonly AnsweredReason[];
  readonly distance: { readonly meters: number; readonly precision: string } | null;
  readonly score: number;
  readonly burden: { readonly km: number; readonly parts: readonly { readonly code: string; readonly km: number }[] };
  readonly languageFit: string;
  readonly rooms: readonly { readonly poolId: string; readonly beds: number }[] | null;
}

/** The answer of `match` for one need. */
export interface AnsweredNeed {
  readonly category: string;
  readonly for: string | null;
  readonly considered: number;
  readonly matches: readonly AnsweredMatch[];
  readonly endCursor: string | null;
  readonly nearMisses: readonly AnsweredMiss[];
  readonly splits: readonly AnsweredSplit[];
  readonly funnel: readonly { readonly code: string; readonly removed: number; readonly left: number }[];
}

/** A way to place a party in parts. */
export interface AnsweredSplit {
  readonly parts: readonly { readonly members: readonly number[]; readonly match: AnsweredMatch }[];
  readonly apartMeters: number;
}

/** A near miss with the fields that the reference compares. */
export interface AnsweredMiss {
  readonly service: { readonly id: string };
  readonly location: (Point & { readonly precision: string; readonly country: string | null }) | null;
  readonly failed: { readonly code: string; readonly data: Readonly<Record<string, unknown>> };
  readonly member: number | null;
  readonly remedy: string;
}

/** A need in a plan, and the person who has it. */
export type PlannedNeed = Pick<AnsweredNeed, 'category' | 'for'>;

/** A plan: one provider for each need. */
export interface AnsweredPlan {
  readonly items: readonly (PlannedNeed & { readonly match: AnsweredMatch })[];
  readonly complete: boolean;
  readonly missing: readonly PlannedNeed[];
  readonly stops: number;
  readonly travelMeters: number;
  readonly burdenKm: number;
  readonly gapKm: number;
}

/** The whole answer. */
export interface MatchAnswer {
  readonly needs: readonly AnsweredNeed[];
  readonly plan: AnsweredPlan | null;
  readonly asOf: string;
  /** The answer to a brief request, with the first matches only; missing: not requested. */
  readonly brief?: BriefAnswer;
}

/** An answer for which the product reads far fewer services. */
export interface BriefAnswer {
  readonly needs: readonly Pick<AnsweredNeed, 'matches'>[];
  readonly plan: AnsweredPlan | null;
}

/** Sends all requests, one after the other. Some are repeated page by page or in brief, and must have the same answer. */
export async function askMatches(system: System, requests: readonly MatchRequest[]): Promise<MatchAnswer[]> {
  const answers: MatchAnswer[] = [];
  for (const [n, input] of requests.entries()) {
    const answer = await (n % 4 === 1 ? askInPages(system, input) : ask(system, input));
    answers.push(n % 2 === 0 ? { ...answer, brief: await askInBrief(system, input) } : answer);
  }
  return answers;
}

/** How many matches of each need a brief answer shows. */
export const briefFirst = 3;

const askInBrief = async (system: System, request: MatchRequest): Promise<BriefAnswer> =>
  (await system.query<{ match: BriefAnswer }>(briefQuery, { input: { ...request, first: Math.min(briefFirst, request.first) } })).match;

const ask = async (system: System, input: object): Promise<MatchAnswer> =>
  (await system.query<{ match: MatchAnswer }>(query, { input })).match;

/** Small, since few needs have many matches. */
const pageSize = 4;

/** The first page's other results count for all pages. */
async function askInPages(system: System, request: MatchRequest): Promise<MatchAnswer> {
  const answer = await ask(system, { ...request, first: Math.min(pageSize, request.first) });
  let needs = answer.needs;
  for (let shown = pageSize; shown < request.first && needs.some(({ matches }) => matches.length === shown); shown += pageSize) {
    const after = needs.map(({ endCursor }) => endCursor);
    const next = await ask(system, { ...request, first: Math.min(pageSize, request.first - shown), after });
    needs = needs.map((need, i) => {
      // Without a cursor, the pages would start again.
      const { matches, endCursor } = need.endCursor === null ? { matches: [], endCursor: null } : next.needs[i]!;
      return { ...need, matches: [...need.matches, ...matches], endCursor };
    });
  }
  return { ...answer, needs };
}

const shown = `service { id organization { id } } location { id latitude longitude country } reasons { code kind data } distance { meters precision }
  score burden { km parts { code km } } languageFit rooms { poolId beds }`;
const missed = 'service { id } location { latitude longitude precision country } failed { code data } member remedy';
const planned = `items { category for match { ${shown} } } complete missing { category for } stops travelMeters burdenKm gapKm`;
const query = `query ($input: MatchInput!) { match(input: $input) { asOf needs { category for considered matches { ${shown} } endCursor nearMisses { ${missed} } splits { apartMeters parts { members match { ${shown} } } } funnel { code removed left } }
  plan { ${planned} } } }`;
const briefQuery = `query ($input: MatchInput!) { match(input: $input) { needs { matches { ${shown} } } plan { ${planned} } } }`;
