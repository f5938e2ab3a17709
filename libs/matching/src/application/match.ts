import { err, ok } from '@haven/kernel';
import type { Clock, InvalidInput, Result } from '@haven/kernel';
import type { MatchQuestion } from '../domain/match-question.js';
import { judge, type Judge } from '../domain/judge.js';
import { readRequest } from '../domain/read-request.js';
import type { MatchRequest } from '../domain/request.js';
import { tieBreaker } from '../domain/ties.js';
import { findForNeed } from './find-for-need.js';
import type { FoundForNeed } from './find-for-need.js';
import type { Gazetteer, MatchingSettings, MatchView, ReadModel } from './ports.js';
import { reportOf } from './report.js';
import type { MatchReport } from './report.js';
import { JudgingTakesLong, shortJudging } from './short-judging.js';

/** Judging that takes longer than this in all is done before the snapshot. */
const heldMilliseconds = 20;

interface Sought {
  readonly found: readonly FoundForNeed[];
  readonly entries: Awaited<ReturnType<MatchView['entries']>>;
}

/** Answers `match`. */
export class MatchPerson {
  private readonly tie: (id: string) => string;

  constructor(
    private readonly readModel: ReadModel,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
    settings: MatchingSettings,
    private readonly longestHeld = heldMilliseconds,
  ) {
    this.tie = tieBreaker(settings.tieKey);
  }

  async execute(question: MatchQuestion): Promise<Result<MatchReport, InvalidInput>> {
    const { placeId } = question.origin;
    const place = typeof placeId === 'string' ? await this.gazetteer.byId(placeId) : null;
    const request = readRequest(question, { now: this.clock.now(), placeById: () => place });
    if (!request.ok) return err(request.error);
    return ok(await this.answer(request.value));
  }

  private async answer(request: MatchRequest): Promise<MatchReport> {
    const judges = request.needs.map((need) => judge(request, need));
    const { found, entries } = await this.seek(request, judges);
    return reportOf(request, found, entries);
  }

  /**
   * In one snapshot, unless the judging takes long. Then all is judged at a glance first, for which nobody has to wait, and the
   * snapshot has only to be judged where it differs.
   */
  private async seek(request: MatchRequest, judges: readonly Judge[]): Promise<Sought> {
    try {
      return await this.readModel.look((view) => this.find(view, request, judges.map(shortJudging(this.longestHeld))));
    } catch (error) {
      if (!(error instanceof JudgingTakesLong)) throw error;
    }
    await this.readModel.glance((view) => this.find(view, request, judges));
    return this.readModel.look((view) => this.find(view, request, judges));
  }

  private async find(view: MatchView, request: MatchRequest, judges: readonly Judge[]): Promise<Sought> {
    const found: FoundForNeed[] = [];
    for (const [i, need] of request.needs.entries())
      found.push(await findForNeed(view, { request, need, judgeAt: judges[i]!, tie: this.tie }));
    const named = found.flatMap(({ ranked, missed }) => [...ranked, ...missed].map(({ judged }) => judged.site.serviceId));
    return { found, entries: await view.entries([...new Set(named)]) };
  }
}
