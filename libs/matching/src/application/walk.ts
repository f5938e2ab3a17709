import { turnTaker } from '@haven/kernel';
import type { Provider, Spot } from '../domain/candidate.js';
import type { Judge } from '../domain/judge.js';
import type { Judged } from '../domain/judge-site.js';
import type { Weigh } from '../domain/ranking/burden.js';
import type { MatchRequest, Need } from '../domain/request.js';
import type { MatchView, Way } from './ports.js';

/** A need of a request, and who judges for it. */
export interface NeedSearch {
  readonly request: MatchRequest;
  readonly need: Need;
  readonly judgeAt: Judge;
  readonly weigh: Weigh;
  readonly tie: (id: string) => string;
}

type Service = { readonly provider: Provider; readonly spots: readonly Spot[] };

/**
 * Places that are read at first: enough for near misses, or for the first matches. Each time twice as many, so that any number of them may
 * lie at one point.
 */
const placesAtFirst: Readonly<Record<Way['of'], number>> = { ALL: 240, OPEN: 96 };

/** Walks from the nearest service on, and judges each once, at all of its places within the distance. */
export class Walk {
  readonly judged: Judged[] = [];
  private readonly met = new Map<string, number>();
  private readonly judge: (services: readonly Service[]) => Promise<Judged[]>;
  private from: number | null = 0;
  private places = 0;
  private hasPassedBy = false;

  constructor(
    private readonly view: MatchView,
    private readonly search: Pick<NeedSearch, 'request' | 'need' | 'judgeAt'>,
  ) {
    this.judge = judging(search.judgeAt);
  }

  /** Walks on until it is enough, and answers whether the way has come to its end. No service that is left is nearer than `nextMeters`. */
  async until(of: Way['of'], isEnough: (nextMeters: number) => boolean): Promise<boolean> {
    const { request, need } = this.search;
    while (this.from !== null) {
      this.hasPassedBy ||= of === 'OPEN';
      this.places = Math.max(this.places * 2, placesAtFirst[of]);
      const found = await this.view.nearest(request, need.category, { of, from: this.from, places: this.places });
      const services = found.services.filter(({ provider }) => !this.met.has(provider.serviceId));
      for (const { provider, spots } of services) this.met.set(provider.serviceId, spots[0]!.meters);
      this.judged.push(...(await this.judge(services)));
      this.from = found.next;
      if (found.next !== null && isEnough(found.nextMeters)) return false;
    }
    return true;
  }

  /** Services that take people; null: not all of those within the distance were met. */
  active(): number | null {
    if (this.from !== null || this.hasPassedBy) return null;
    return new Set(this.judged.filter(({ site }) => site.active).map(({ site }) => site.serviceId)).size;
  }

  /** How many services were met whose nearest place is nearer than that. */
  metWithin(meters: number): number {
    return [...this.met.values()].filter((one) => one < meters).length;
  }

  /** The nearest services that were met, with equal distances by id. */
  nearest(count: number): ReadonlySet<string> {
    const inOrder = [...this.met].sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1));
    return new Set(inOrder.slice(0, count).map(([serviceId]) => serviceId));
  }
}

/** Judges services at their places, while others have a turn. */
export function judging(judgeAt: Judge): (services: readonly Service[]) => Promise<Judged[]> {
  const turn = turnTaker();
  return async (services) => {
    const judged: Judged[] = [];
    for (const { provider, spots } of services) {
      judged.push(...judgeAt(provider, spots));
      const others = turn();
      if (others) await others;
    }
    return judged;
  };
}
