import type { Gazetteer } from '@haven/gazetteer';
import { err, ok } from '@haven/kernel';
import type { Clock, InvalidInput, Result } from '@haven/kernel';
import { demandOf } from '../demand/demand-of.js';
import { partyShapeOf } from '../demand/party-shape.js';
import type { MatchQuestion } from '../request/match-question.js';
import { childrenToProtect, involve } from '../request/about-children.js';
import { judge } from '../judging/judge.js';
import { speechClasses } from '../judging/speech-keys.js';
import { leastBurden, weighing } from '../ranking/burden.js';
import { readRequest } from '../request/read-request.js';
import { askedFor, type MatchRequest } from '../request/request.js';
import { tieBreaker } from '../ranking/ties.js';
import { findForNeed } from './find-for-need.js';
import { findProtection } from './find-protection.js';
import type { AskedOfNeed, SoughtNeed } from './find-for-need.js';
import { newQuestions } from './new-questions.js';
import type { NeedSearch } from '../walk/walk.js';
import type { DemandLog, MatchingSettings, MatchView, ReadModel } from '../ports.js';
import { reportOf } from './report.js';
import type { MatchReport } from './report.js';

/** Answers `match`. */
export class MatchPerson {
  private readonly tie: (id: string) => string;
  private readonly isNew: ReturnType<typeof newQuestions>;

  constructor(
    private readonly readModel: ReadModel,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
    private readonly settings: MatchingSettings,
    private readonly demand: DemandLog,
  ) {
    this.tie = tieBreaker(settings.tieKey);
    this.isNew = newQuestions(clock);
  }

  /** `asked`: what the answer says of each need besides its matches. `subject`: who asks, so that a repetition is not recorded again. */
  async execute(question: MatchQuestion, asked: AskedOfNeed, subject: string): Promise<Result<MatchReport, InvalidInput>> {
    const { placeId } = question.origin;
    const place = typeof placeId === 'string' ? await this.gazetteer.byId(placeId) : null;
    const request = readRequest(question, { now: this.clock.now(), placeById: () => place });
    if (!request.ok) return err(request.error);
    const sought = await this.seek(request.value, { ...asked, outcome: question.record === true });
    if (question.record && this.isNew(subject, question)) await this.record(question, request.value, sought);
    return ok(await reportOf(request.value, sought, asked.plan ?? true));
  }

  private record({ person, companions }: MatchQuestion, request: MatchRequest, sought: readonly SoughtNeed[]): Promise<void> {
    const found = sought.map((one) => one.found);
    return this.demand.record(demandOf(request, partyShapeOf([person, ...(companions ?? [])]), found, this.clock.now()));
  }

  private async seek(request: MatchRequest, asked: AskedOfNeed): Promise<readonly SoughtNeed[]> {
    const sought: SoughtNeed[] = [];
    const protection = await this.readModel.look((view) => findProtection(view, request, toProtect(request), this.tie));
    // Each need has a moment of its own: one for eight needs would last long.
    for (const need of request.needs) {
      const mine = askedFor(request, need);
      const weigh = weighing(mine, need.beds !== null, this.settings.weights);
      const talks = () => speechClasses(mine, need, this.settings.weights);
      const leastAt = leastBurden(mine, need, this.settings.weights);
      const search = { request: mine, need, judgeAt: judge(mine, need), weigh, leastAt, tie: this.tie, talks };
      const besides = involve(request, childrenToProtect(request, need), protection);
      sought.push({ besides, ...(await this.readModel.look((view) => seekIn(view, search, asked))) });
    }
    return sought;
  }
}

/** Everybody for whom somebody has to be involved in one of the needs. */
const toProtect = (request: MatchRequest): number[] => [...new Set(request.needs.flatMap((need) => childrenToProtect(request, need)))];

async function seekIn(view: MatchView, search: NeedSearch, asked: AskedOfNeed): Promise<Omit<SoughtNeed, 'besides'>> {
  const found = await findForNeed(view, search, asked);
  const parts = (found.splits ?? []).flatMap((split) => split.parts.map(({ ranked }) => ranked));
  const named = [...found.candidates, ...found.shown, ...found.missed, ...parts].map(({ judged }) => judged.site.serviceId);
  return { found, entries: await view.entries([...new Set(named)]) };
}
