import { err, ok } from '@haven/kernel';
import type { Clock, InvalidInput, Result } from '@haven/kernel';
import type { MatchQuestion } from '../domain/match-question.js';
import { readRequest } from '../domain/read-request.js';
import type { MatchRequest } from '../domain/request.js';
import { tieBreaker } from '../domain/ties.js';
import { findForNeed } from './find-for-need.js';
import type { FoundForNeed } from './find-for-need.js';
import type { Gazetteer, MatchingSettings, MatchView, ReadModel } from './ports.js';
import { reportOf } from './report.js';
import type { MatchReport } from './report.js';

/** Answers `match`. */
export class MatchPerson {
  private readonly tie: (id: string) => string;

  constructor(
    private readonly readModel: ReadModel,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
    settings: MatchingSettings,
  ) {
    this.tie = tieBreaker(settings.tieKey);
  }

  async execute(question: MatchQuestion): Promise<Result<MatchReport, InvalidInput>> {
    const { placeId } = question.origin;
    const place = typeof placeId === 'string' ? await this.gazetteer.byId(placeId) : null;
    const request = readRequest(question, { now: this.clock.now(), placeById: () => place });
    if (!request.ok) return err(request.error);
    return ok(await this.readModel.look((view) => this.answer(view, request.value)));
  }

  private async answer(view: MatchView, request: MatchRequest): Promise<MatchReport> {
    const found: FoundForNeed[] = [];
    for (const need of request.needs) found.push(await findForNeed(view, request, need, this.tie));
    const named = found.flatMap(({ ranked, missed }) => [...ranked, ...missed].map(({ judged }) => judged.site.serviceId));
    return reportOf(request, found, await view.entries([...new Set(named)]));
  }
}
