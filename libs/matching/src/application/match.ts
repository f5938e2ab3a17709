import { err, ok } from '@haven/kernel';
import type { Clock, InvalidInput, Result } from '@haven/kernel';
import type { MatchQuestion } from '../domain/match-question.js';
import { judge } from '../domain/judge.js';
import { readRequest } from '../domain/read-request.js';
import type { MatchRequest } from '../domain/request.js';
import { tieBreaker } from '../domain/ties.js';
import { findForNeed } from './find-for-need.js';
import type { FoundForNeed, NeedSearch } from './find-for-need.js';
import type { Gazetteer, MatchingSettings, MatchView, ReadModel } from './ports.js';
import { reportOf } from './report.js';
import type { MatchReport } from './report.js';
import { JudgingTakesLong, shortJudging } from './short-judging.js';

/** Judging that takes longer than this in all is done before the snapshot. */
const heldMilliseconds = 20;

interface SoughtNeed {
  readonly found: FoundForNeed;
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
    const sought: SoughtNeed[] = [];
    for (const need of request.needs) sought.push(await this.seek({ request, need, judgeAt: judge(request, need), tie: this.tie }));
    const entries = new Map(sought.flatMap((one) => [...one.entries]));
    return reportOf(
      request,
      sought.map(({ found }) => found),
      entries,
    );
  }

  /**
   * Judges within one snapshot, unless that takes long. Then it judges at a glance first, which nobody has to wait for, and inside the
   * snapshot only what has changed. Each need has its own snapshot: one for eight needs would keep others waiting.
   */
  private async seek(search: NeedSearch): Promise<SoughtNeed> {
    const { glance, look } = this.readModel;
    try {
      return await look((view) => seekIn(view, { ...search, judgeAt: shortJudging(this.longestHeld, search.judgeAt) }));
    } catch (error) {
      if (!(error instanceof JudgingTakesLong)) throw error;
    }
    await glance((view) => findForNeed(view, search));
    return look((view) => seekIn(view, search));
  }
}

async function seekIn(view: MatchView, search: NeedSearch): Promise<SoughtNeed> {
  const found = await findForNeed(view, search);
  const named = [...found.ranked, ...found.missed].map(({ judged }) => judged.site.serviceId);
  return { found, entries: await view.entries([...new Set(named)]) };
}
