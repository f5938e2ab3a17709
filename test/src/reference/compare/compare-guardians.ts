import type { AnsweredMatch } from './ask-matches.js';
import { guarded } from '../matcher/children.js';
import type { AskedNeed, ListedService, MatchRequest } from '../contract-types.js';
import { judgeNeed, type Rules } from '../matcher/reference-matcher.js';
import { partyOf } from '../matcher/party.js';

/** A child, and the services that an answer may name for it; null: a plain description. */
interface Guard {
  readonly member: number;
  readonly may: ReadonlySet<string | null>;
}

const grain = 0.002;

/** For each child of a need, the nearest child protection service that takes it. */
export function guardsFor(services: readonly ListedService[], request: MatchRequest, need: AskedNeed, rules: Rules): Guard[] {
  const [person, ...companions] = partyOf(request).map((one, n) => ({ ...one, id: one.id ?? `place ${n}` }));
  const named = { ...request, person: person!, companions };
  return guarded(need, request, rules).map((member) => {
    const asked = { category: 'CHILD_PROTECTION', for: [person!, ...companions][member]!.id };
    const { judgements } = judgeNeed(services, named, asked, rules);
    const fitting = [...judgements].filter(([, { fits }]) => fits !== 'NO');
    const sure = fitting.flatMap(([, { fits, meters }]) => (fits === 'YES' && meters !== null ? [meters] : []));
    const nearest = Math.min(...sure);
    const may = fitting.filter(([, { meters }]) => meters === null || meters <= nearest + grain).map(([id]) => id);
    return { member, may: new Set([...may, ...(sure.length === 0 ? [null] : [])]) };
  });
}

/** Problems of the services that a match says to involve. */
export function guardProblems({ reasons }: AnsweredMatch, guards: readonly Guard[], { companions = [] }: MatchRequest): string[] {
  const said = reasons.filter(({ code }) => code.startsWith('INVOLVE_'));
  const isRight = guards.every(({ member, may }, i) => {
    const { code, data } = said[i] ?? { code: '', data: null };
    const service = code === 'INVOLVE_CHILD_PROTECTION' ? (data!['serviceId'] as string) : null;
    return data !== null && (data['member'] ?? (companions.length === 0 ? 0 : null)) === member && may.has(service);
  });
  if (isRight && said.length === guards.length) return [];
  const expected = guards.map(({ member, may }) => `${member}: ${[...may].join(' or ')}`);
  return [`involves ${JSON.stringify(said.map(({ code, data }) => [code, data]))}, by the reference ${expected.join(', ') || 'nobody'}`];
}
