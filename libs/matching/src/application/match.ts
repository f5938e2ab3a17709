import { err, ok } from '@haven/kernel';
import type { Clock, InvalidInput, Result } from '@haven/kernel';
import type { MatchQuestion } from '../domain/match-question.js';
import { judgeAll, nearMisses, nearMissesMax, rank } from '../domain/rank.js';
import type { Missed, Ranked } from '../domain/rank.js';
import { readRequest } from '../domain/read-request.js';
import type { MatchRequest, Need } from '../domain/request.js';
import { tieBreaker } from '../domain/ties.js';
import type { Gazetteer, MatchingSettings, MatchView, ReadModel } from './ports.js';
import { reportOf } from './report.js';
import type { MatchReport } from './report.js';

/** What was found for one need. */
export interface FoundForNeed {
  readonly need: Need;
  readonly considered: number;
  readonly ranked: readonly Ranked[];
  readonly missed: readonly Missed[];
}

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
    for (const need of request.needs) found.push(await this.find(view, request, need));
    const named = found.flatMap(({ ranked, missed }) => [...ranked, ...missed].map(({ judged }) => judged.site.provider.serviceId));
    return reportOf(request, found, await view.services([...new Set(named)]));
  }

  private async find(view: MatchView, request: MatchRequest, need: Need): Promise<FoundForNeed> {
    const inside = judgeAll(request, need, await view.sitesWithin(request, need.category));
    const active = new Set(inside.filter(({ site }) => site.provider.active).map(({ site }) => site.provider.serviceId));
    const ranked = rank(request, need, inside, this.tie).slice(0, request.first);
    let missed = nearMisses(inside, this.tie);
    if (missed.length < nearMissesMax) {
      const outside = judgeAll(request, need, await view.sitesBeyond(request, need.category));
      missed = nearMisses([...inside, ...outside], this.tie);
    }
    return { need, considered: active.size, ranked, missed };
  }
}
