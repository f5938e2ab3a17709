import type { AnsweredNeed } from './ask-matches.js';
import type { ListedService, MatchRequest } from './contract-types.js';
import { judgeNeed, rightRules } from './reference-matcher.js';
import type { Judgement, NeedVerdict, Rules } from './reference-matcher.js';

/** One place where `match` and the reference disagree. */
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
  answer: readonly AnsweredNeed[],
  rules: Rules = rightRules,
): Difference[] {
  return request.needs.flatMap((need, index) => {
    const verdict = judgeNeed(services, request, need, rules);
    const answered = answer[index];
    if (answered?.category !== need.category)
      return [{ request, category: need.category, serviceId: null, problem: 'the need has no report' }];
    return compareNeed(verdict, answered, request.first).map((found) => ({ request, category: need.category, ...found }));
  });
}

type Found = Pick<Difference, 'serviceId' | 'problem'>;

function compareNeed(verdict: NeedVerdict, answered: AnsweredNeed, first: number): Found[] {
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
        ...compareRooms(match, judgement),
        ...compareAsks(match, judgement),
        ...(judgement.fits === 'YES' ? comparePlace(match, judgement) : []),
      );
  }
  return [...found, ...missing(verdict, answered, first)];
}

/** Whether the answer says how many children would sleep apart. */
function compareRooms(match: AnsweredNeed['matches'][number], { apart }: Judgement): Found[] {
  const said = match.reasons.filter(({ code }) => code === 'CHILD_APART').length;
  const problem = `says of ${said} children that they sleep apart, by the reference ${apart ?? 0} do`;
  return said === (apart ?? 0) ? [] : [{ serviceId: match.service.id, problem }];
}

/** Whether the answer says that the shelter has to be asked whom it takes. */
function compareAsks(match: AnsweredNeed['matches'][number], { asks }: Judgement): Found[] {
  const said = match.reasons.some(({ code }) => code === 'ASK_PERSONS');
  if (asks === null || asks === said) return [];
  return [{ serviceId: match.service.id, problem: said ? 'is asked whom it takes, though that is sure' : 'is not asked whom it takes' }];
}

function comparePlace(match: AnsweredNeed['matches'][number], judgement: Judgement): Found[] {
  const { meters, location } = judgement;
  if (meters === null) return [];
  const shown = match.distance?.meters ?? Number.NaN;
  if (Math.abs(shown - meters) <= millimetresApart && match.distance?.precision === location?.precision) return [];
  return [{ serviceId: match.service.id, problem: `is ${shown} m away, by the reference ${meters} m at location ${location?.id}` }];
}

/** When more fit than are shown, only their number can be compared. */
function missing(verdict: NeedVerdict, answered: AnsweredNeed, first: number): Found[] {
  const shown = new Set(answered.matches.map((match) => match.service.id));
  if (shown.size < answered.matches.length) return [{ serviceId: null, problem: 'a service matches twice' }];
  const sure = [...verdict.judgements].filter(([, judgement]) => judgement.fits === 'YES');
  if (shown.size === first) return [];
  return sure.filter(([id]) => !shown.has(id)).map(([id]) => ({ serviceId: id, problem: 'is missing, but it passes every constraint' }));
}

/** For a person who looks into it. */
export const describeDifference = ({ request, category, serviceId, problem }: Difference): string =>
  `${category}: service ${serviceId ?? '(all)'} ${problem}\n  request: ${JSON.stringify(request)}`;
