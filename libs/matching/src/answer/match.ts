import type { InvalidInput } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { demandOf } from '../demand/demand-of.js';
import { partyShapeOf } from '../demand/party-shape.js';
import type { MatchQuestion } from '../request/match-question.js';
import { childrenToProtect, involve } from '../request/about-children.js';
import { judge } from '../judging/judge.js';
import { speechClasses } from '../judging/talk/speech-keys.js';
import { leastBurden, weighing } from '../ranking/burden.js';
import { readRequest } from '../request/read-request.js';
import { askedFor, type MatchRequest } from '../request/request.js';
import { findForNeed } from './find-for-need.js';
import { findProtection } from './find-protection.js';
import type { AskedOfNeed, SoughtNeed } from './find-for-need.js';
import type { NeedSearch } from '../walk/walk.js';
import type { Matching, MatchView } from '../ports.js';
import { reportOf } from './report.js';
import type { MatchReport } from './report.js';

/** A question, and the results wanted for each need besides its matches. */
export interface AskMatch {
  readonly question: MatchQuestion;
  readonly asked: AskedOfNeed;
}

/** Finds the services that fit, and a plan. The caller's identity is used only to record no repetition. */
export async function matchPerson(
  matching: Matching,
  { subject }: Pick<Caller, 'subject'>,
  { question, asked }: AskMatch,
): Promise<MatchReport | InvalidInput> {
  const { placeId } = question.origin;
  const place = typeof placeId === 'string' ? await matching.gazetteer.byId(placeId) : null;
  const request = readRequest(question, { now: matching.clock.now(), placeById: () => place });
  if (!request.ok) return request.error;
  const sought = await seek(matching, request.value, { ...asked, outcome: question.record === true });
  if (question.record && matching.isNew(subject, question)) await record(matching, question, request.value, sought);
  return reportOf(request.value, sought, asked.plan ?? true);
}

function record(
  { demandLog, clock }: Matching,
  { person, companions }: MatchQuestion,
  request: MatchRequest,
  sought: readonly SoughtNeed[],
): Promise<void> {
  const found = sought.map((one) => one.found);
  return demandLog.record(demandOf(request, partyShapeOf([person, ...(companions ?? [])]), found, clock.now()));
}

async function seek({ readModel, weights, tie }: Matching, request: MatchRequest, asked: AskedOfNeed): Promise<readonly SoughtNeed[]> {
  const sought: SoughtNeed[] = [];
  const protection = await readModel.look((view) => findProtection(view, request, toProtect(request), tie));
  // Each need is read at its own moment: a common snapshot for eight needs would last long.
  for (const need of request.needs) {
    const mine = askedFor(request, need);
    const weigh = weighing(mine, need.beds !== null, weights);
    const talks = () => speechClasses(mine, need, weights);
    const search = { request: mine, need, judgeAt: judge(mine, need), weigh, leastAt: leastBurden(mine, need, weights), tie, talks };
    const peopleReasons = involve(request, childrenToProtect(request, need), protection);
    sought.push({ peopleReasons, ...(await readModel.look((view) => seekIn(view, search, asked))) });
  }
  return sought;
}

/** All members for whom somebody must be involved in one of the needs. */
const toProtect = (request: MatchRequest): number[] => [...new Set(request.needs.flatMap((need) => childrenToProtect(request, need)))];

async function seekIn(view: MatchView, search: NeedSearch, asked: AskedOfNeed): Promise<Omit<SoughtNeed, 'peopleReasons'>> {
  const found = await findForNeed(view, search, asked);
  const parts = (found.splits ?? []).flatMap((split) => split.parts.map(({ ranked }) => ranked));
  const named = [...found.candidates, ...found.shown, ...found.missed, ...parts].map(({ judged }) => judged.site.serviceId);
  return { found, entries: await view.entries([...new Set(named)]) };
}
