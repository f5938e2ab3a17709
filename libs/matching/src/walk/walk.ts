import { toMillimetres, turnTaker } from '@haven/kernel';
import type { Judge } from '../judging/judge.js';
import type { Judged } from '../judging/judge-site.js';
import type { SpeechClass, SpeechFilter } from '../judging/talk/speech-keys.js';
import type { LeastBurden, Weigh } from '../ranking/burden.js';
import type { MatchRequest, Need } from '../request/request.js';
import type { MatchView, MetService, Way } from '../ports.js';

/** A need of a request, and who judges for it. */
export interface NeedSearch {
  readonly request: MatchRequest;
  readonly need: Need;
  readonly judgeAt: Judge;
  readonly weigh: Weigh;
  /** Left out: a match costs its distance at least. */
  readonly leastAt?: LeastBurden;
  readonly tie: (id: string) => string;
  /** All services, by what talking there costs at least, for who has to go on; null: that does not matter. */
  readonly talks: (() => readonly SpeechClass[]) | null;
}

/**
 * Places that are read at first: enough for near misses, or for the first matches. Each time twice as many, so that any number of them may
 * lie at one point.
 */
const placesAtFirst: Readonly<Record<Way['of'], number>> = { ALL: 240, OPEN: 96 };

/**
 * More places than any directory has: a walk that wants a page of so many has a wrong bound, and would go on without end. It fails, since
 * what it has found so far would look like all there is.
 */
const placesMost = 100_000_000;

/** A walk that found no end. */
export class WalkWithoutEnd extends Error {
  override readonly name = 'WalkWithoutEnd';
}

const metersOf: LeastBurden = (_provider, [nearest]) => nearest!.meters;

/** Burdens are rounded to millimetres. */
const grainMeters = 0.01;

/** A way from the nearest service on, among those that are one of a kind. */
interface Path {
  /** Services without a position: all at once, since none of them is nearer. */
  readonly isUnplaced?: true;
  readonly speech?: SpeechFilter;
  /** What a service on it costs at least, beside the distance. */
  readonly leastMeters: number;
  /** null: at its end. */
  from: number | null;
  nextMeters: number;
  places: number;
}

/**
 * Walks from the nearest service on, and judges each once, at all of its places within the distance. Where the first page is not enough,
 * it goes on by what is spoken there: who can talk with nobody has a long way to go, and those who speak the language may be few.
 */
export class Walk {
  /** Where it is sparing, without those on the open way whose rule refuses somebody. */
  readonly judged: Judged[] = [];
  private readonly met = new Map<string, number>();
  /** Burdens of the best services that pass, the least first. */
  private readonly best: number[] = [];
  private readonly judge: ReturnType<typeof judging>;
  private paths: Path[];
  private isBegun = false;
  private hasPassedBy = false;

  constructor(
    private readonly view: MatchView,
    private readonly search: Omit<NeedSearch, 'tie'>,
    private readonly isSparing: boolean,
    /** So many of the best are wanted; left out: who knows. */
    private readonly wanted = Infinity,
  ) {
    this.judge = judging(search.judgeAt);
    const farthest = toMillimetres(search.request.maxDistanceMeters);
    this.paths = [
      { leastMeters: 0, from: 0, nextMeters: 0, places: 0 },
      { isUnplaced: true, leastMeters: farthest, from: 0, nextMeters: 0, places: 0 },
    ];
  }

  /**
   * Walks on until every service that is left costs more than `wantedMeters`, and answers whether none is left. That limit falls as
   * better services are met; services beyond it are not read.
   */
  async until(of: Way['of'], wantedMeters: () => number): Promise<boolean> {
    for (let path = this.cheapest(); path; path = this.cheapest()) {
      const wanted = this.isBegun ? wantedMeters() : Infinity;
      if (wanted < path.nextMeters + path.leastMeters) return false;
      if (path.isUnplaced) await this.lookElsewhere(path, of);
      else if (of === 'OPEN' && this.isBegun && !path.speech && this.search.talks) this.part(path, this.search.talks());
      else await this.goOn(path, of, wanted - path.leastMeters);
    }
    return true;
  }

  private cheapest(): Path | undefined {
    const costOf = ({ nextMeters, leastMeters }: Path) => nextMeters + leastMeters;
    return this.paths.filter(({ from }) => from !== null).sort((a, b) => costOf(a) - costOf(b))[0];
  }

  /** Parts the way by what is spoken there. */
  private part(whole: Path, talks: readonly SpeechClass[]): void {
    const parts = talks.map(({ filter, leastMeters }): Path => ({ ...whole, speech: filter, leastMeters, places: 0 }));
    this.paths = [...this.paths.filter((path) => path !== whole), ...parts];
  }

  private async goOn(path: Path, of: Way['of'], upTo: number): Promise<void> {
    const { request, need } = this.search;
    this.isBegun = true;
    this.hasPassedBy ||= of === 'OPEN';
    path.places = Math.max(path.places * 2, placesAtFirst[of]);
    if (path.places > placesMost) throw new WalkWithoutEnd(`No end of ${need.category} in ${placesMost} places`);
    const { speech, from, places } = path;
    const found = await this.view.nearest(request, need.category, { of, from: from!, upTo, places, ...(speech && { speech }) });
    await this.meet(found.services, of);
    path.from = found.next;
    path.nextMeters = found.nextMeters;
  }

  private async lookElsewhere(path: Path, of: Way['of']): Promise<void> {
    const { request, need } = this.search;
    this.hasPassedBy ||= of === 'OPEN';
    await this.meet(await this.view.unplaced(request, need.category, of), of);
    path.from = null;
  }

  private async meet(found: readonly MetService[], of: Way['of']): Promise<void> {
    const services = found.filter(({ provider }) => !this.met.has(provider.serviceId));
    for (const { provider, spots } of services) this.met.set(provider.serviceId, spots[0]!.meters);
    if (of === 'OPEN' && this.isSparing) await this.judgeBest(services);
    else await this.judge(services, { found: (judged) => this.keep(judged) });
  }

  /** The cheapest first, so that of the others it is soon known that they are not among the best. */
  private async judgeBest(services: readonly MetService[]): Promise<void> {
    const { leastAt = metersOf } = this.search;
    const least = new Map(services.map((service) => [service, leastAt(service.provider, service.spots)]));
    await this.judge(
      [...services].sort((a, b) => least.get(a)! - least.get(b)!),
      {
        isSparing: true,
        isWorth: (service) => least.get(service)! <= this.burdenOf(this.wanted) + grainMeters,
        found: (judged) => this.keep(judged),
      },
    );
  }

  /** One service at its places. */
  private keep(judged: readonly Judged[]): void {
    this.judged.push(...judged);
    const burdens = judged.filter(({ failed }) => failed.length === 0).map((one) => this.search.weigh(one).meters);
    if (burdens.length === 0) return;
    const least = Math.min(...burdens);
    const place = this.best.findIndex((burden) => burden > least);
    this.best.splice(place === -1 ? this.best.length : place, 0, least);
    if (this.best.length > this.wanted) this.best.pop();
  }

  /** Burden of the last one of so many best; Infinity: fewer pass. */
  burdenOf(count: number): number {
    return this.best[count - 1] ?? Infinity;
  }

  /** Services that take people; null: not all of those within the distance were met. */
  active(): number | null {
    if (this.hasPassedBy || this.paths.some(({ from }) => from !== null)) return null;
    return new Set(this.judged.filter(({ site }) => site.active).map(({ site }) => site.serviceId)).size;
  }

  /** Within how many metres so many services were met; Infinity: fewer were. */
  distanceOf(count: number): number {
    return [...this.met.values()].sort((a, b) => a - b)[count - 1] ?? Infinity;
  }

  /** The nearest services that were met, with equal distances by id. */
  nearest(count: number): ReadonlySet<string> {
    const inOrder = [...this.met].sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1));
    return new Set(inOrder.slice(0, count).map(([serviceId]) => serviceId));
  }
}

/** How services are judged. */
interface Judging {
  readonly isSparing?: boolean;
  readonly isWorth?: (service: MetService) => boolean;
  /** Told of each service that was judged. */
  readonly found: (judged: readonly Judged[]) => void;
}

/** Judges services at their places, while others have a turn. */
export function judging(judgeAt: Judge): (services: readonly MetService[], how: Judging) => Promise<void> {
  const turn = turnTaker();
  return async (services, { isSparing, isWorth, found }) => {
    for (const service of services) {
      if (!isWorth || isWorth(service)) found(judgeAt(service.provider, service.spots, isSparing));
      const others = turn();
      if (others) await others;
    }
  };
}
