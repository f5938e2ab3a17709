import type { AnsweredMatch, AnsweredNeed, MatchAnswer } from './ask-matches.js';
import { briefProblems } from './compare-brief.js';
import { burdenProblems, mostBurden, type Asked } from './compare-burden.js';
import { guardProblems, guardsFor } from './compare-guardians.js';
import { reasonProblems } from './compare-reasons.js';
import { funnelProblems } from './compare-funnel.js';
import { missProblems } from './compare-misses.js';
import { splitProblems } from './compare-splits.js';
import { planProblems } from './compare-plan.js';
import type { AskedNeed, ListedService, MatchRequest } from '../contract-types.js';
import { isStay } from '../matcher/burden.js';
import { partyOf, whoNeeds } from '../matcher/party.js';
import { judgeNeed, rightRules } from '../matcher/reference-matcher.js';
import type { Judgement, NeedVerdict, Rules } from '../matcher/reference-matcher.js';

/** A difference between `match` and the reference. */
export interface Difference {
  readonly request: MatchRequest;
  readonly category: string;
  readonly serviceId: string | null;
  readonly problem: string;
}

const millimetresApart = 0.0015;

/** All differences of one answered request. */
export function differences(
  services: readonly ListedService[],
  request: MatchRequest,
  answer: MatchAnswer,
  rules: Rules = rightRules,
): Difference[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  const ofNoNeed = (category: string) => (problem: string) => ({ request, category, serviceId: null, problem });
  const planned = planProblems(answer, request).map(ofNoNeed('Plan'));
  const brief = briefProblems(answer).map(ofNoNeed('Brief answer'));
  const found = request.needs.flatMap((need, index) => {
    const verdict = judgeNeed(services, request, need, rules);
    const answered = answer.needs[index];
    if (answered?.category !== need.category || answered.for !== nameOf(need, request))
      return [{ request, category: need.category, serviceId: null, problem: 'the need has no report' }];
    const asked = { request, need, asOf: answer.asOf, rules };
    const guards = guardsFor(services, request, need, rules);
    const unguarded = answered.matches.flatMap((match) =>
      guardProblems(match, guards, request).map((problem) => ({ serviceId: match.service.id, problem })),
    );
    return [...compareNeed(verdict, answered, byId, asked), ...unguarded].map((one) => ({ request, category: need.category, ...one }));
  });
  return [...found, ...planned, ...brief];
}

/** The name of the person with the need in an answer; null if the whole party stays. */
const nameOf = (need: AskedNeed, request: MatchRequest): string | null =>
  isStay(need) ? null : (whoNeeds(need, partyOf(request)).id ?? null);

type Found = Pick<Difference, 'serviceId' | 'problem'>;
type Listed = ReadonlyMap<string, ListedService>;

function compareNeed(verdict: NeedVerdict, answered: AnsweredNeed, listed: Listed, asked: Asked): Found[] {
  const found: Found[] = [];
  if (answered.considered !== verdict.considered) {
    found.push({ serviceId: null, problem: `considered is ${answered.considered}, the reference counts ${verdict.considered}` });
  }
  for (const match of answered.matches) {
    const judgement = verdict.judgements.get(match.service.id);
    if (!judgement) found.push({ serviceId: match.service.id, problem: 'matches, but the reference does not even consider it' });
    else if (judgement.fits === 'NO') found.push({ serviceId: match.service.id, problem: `matches, but it ${judgement.because}` });
    else
      found.push(
        ...[
          ...burdenProblems(match, listed.get(match.service.id)!, judgement, asked),
          ...reasonProblems(match, listed.get(match.service.id)!, asked),
        ].map((problem) => ({ serviceId: match.service.id, problem })),
        ...compareRooms(match, judgement),
        ...compareAsks(match, judgement),
        ...(judgement.fits === 'YES' ? comparePlace(match, judgement) : []),
      );
  }
  const funnel = funnelProblems(answered, [...listed.values()], verdict, asked.rules).map((problem) => ({ serviceId: null, problem }));
  return [
    ...found,
    ...compareOrder(answered),
    ...missing(verdict, answered, listed, asked),
    ...missProblems(answered, listed, asked),
    ...funnel,
    ...splitProblems(answered, listed, asked).map((problem) => ({ serviceId: null, problem })),
  ];
}

/** Each service once, the least burden first, the nearest first among equals. */
function compareOrder({ matches }: AnsweredNeed): Found[] {
  const isBefore = (a: AnsweredMatch, b: AnsweredMatch) =>
    a.burden.km < b.burden.km || (a.burden.km === b.burden.km && (a.distance?.meters ?? 0) <= (b.distance?.meters ?? Infinity));
  const ids = matches.map(({ service }) => service.id);
  return matches.flatMap(({ service: { id } }, i) => [
    ...(i === 0 || isBefore(matches[i - 1]!, matches[i]!) ? [] : [{ serviceId: id, problem: 'comes after one that costs more' }]),
    ...(ids.indexOf(id) === i ? [] : [{ serviceId: id, problem: 'comes twice' }]),
  ]);
}

/** Whether the answer gives the right number of children who would sleep apart. */
function compareRooms(match: AnsweredNeed['matches'][number], { apart }: Judgement): Found[] {
  const said = match.reasons.filter(({ code }) => code === 'CHILD_APART').length;
  const problem = `says of ${said} children that they sleep apart, by the reference ${apart ?? 0} do`;
  return said === (apart ?? 0) ? [] : [{ serviceId: match.service.id, problem }];
}

/** Whether the answer says that the shelter must be asked whom it takes. */
function compareAsks(match: AnsweredNeed['matches'][number], { asks }: Judgement): Found[] {
  const said = match.reasons.some(({ code }) => code === 'ASK_PERSONS');
  if (asks === null || asks === said) return [];
  return [{ serviceId: match.service.id, problem: said ? 'is asked whom it takes, though that is sure' : 'is not asked whom it takes' }];
}

function comparePlace(match: AnsweredNeed['matches'][number], judgement: Judgement): Found[] {
  const { meters, location } = judgement;
  if (meters === null) return [];
  if (location?.isSomewhere) {
    const isTold = match.distance === null && match.location === null && match.reasons.some(({ code }) => code === 'POSITION_UNKNOWN');
    return isTold ? [] : [{ serviceId: match.service.id, problem: 'is somewhere, and has a place or a distance' }];
  }
  const shown = match.distance?.meters ?? Number.NaN;
  if (Math.abs(shown - meters) <= millimetresApart && match.distance?.precision === location?.precision) return [];
  return [{ serviceId: match.service.id, problem: `is ${shown} m away, by the reference ${meters} m at location ${location?.id}` }];
}

/** If more services fit than are shown, none of the others may cost less. */
function missing(verdict: NeedVerdict, answered: AnsweredNeed, listed: Listed, asked: Asked): Found[] {
  const shown = new Set(answered.matches.map((match) => match.service.id));
  if (shown.size < answered.matches.length) return [{ serviceId: null, problem: 'a service matches twice' }];
  const others = [...verdict.judgements].filter(([id, judgement]) => judgement.fits === 'YES' && !shown.has(id));
  const isFull = shown.size === asked.request.first;
  const last = answered.matches.at(-1)?.burden.km ?? 0;
  const isRightly = (id: string, judgement: Judgement) =>
    isFull && (mostBurden(listed.get(id)!, judgement, asked) ?? Infinity) >= last - 0.001;
  const problem = isFull ? 'is missing, but it costs less than the last match' : 'is missing, but it passes every constraint';
  return others.filter(([id, judgement]) => !isRightly(id, judgement)).map(([id]) => ({ serviceId: id, problem }));
}

/** A description for a person who investigates it. */
export const describeDifference = ({ request, category, serviceId, problem }: Difference): string =>
  `${category}: service ${serviceId ?? '(all)'} ${problem}\n  request: ${JSON.stringify(request)}`;
