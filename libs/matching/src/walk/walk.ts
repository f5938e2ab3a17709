import { toMillimetres, turnTaker } from '@haven/kernel';
import type { Judge } from '../judging/judge.js';
import type { Judged } from '../judging/judge-site.js';
import type { SpeechClass, SpeechFilter } from '../judging/talk/speech-keys.js';
import type { LeastBurden, Weigh } from '../ranking/burden.js';
import type { MatchRequest, Need } from '../request/request.js';
import type { MatchView, MetService, Way } from '../ports.js';

/** A need of a request, and the functions that judge for it. */
export interface NeedSearch {
  readonly request: MatchRequest;
  readonly need: Need;
  readonly judgeAt: Judge;
  readonly weigh: Weigh;
  /** Missing: a match costs at least its distance. */
  readonly leastAt?: LeastBurden;
  readonly tie: (id: string) => string;
  /** All services in classes by the least burden of talking there, if the walk has to read on; null: languages do not matter. */
  readonly talks: (() => readonly SpeechClass[]) | null;
}

/**
 * The number of places in the first page: enough for near misses, or for the first matches. Each page is twice as long as the last, so that
 * any number of places may be at one point.
 */
const placesAtFirst: Readonly<Record<Way['of'], number>> = { ALL: 240, OPEN: 96 };

/**
 * More places than any directory has: a walk that wants such a page has a wrong bound, and would never end. It fails, because its results
 * so far would look complete.
 */
const placesMost = 100_000_000;

/** A walk that found no end. */
export class WalkWithoutEnd extends Error {
  override readonly name = 'WalkWithoutEnd';
}

const metersOf: LeastBurden = (_provider, [nearest]) => nearest!.meters;

/** Burdens are rounded to millimetres. */
const grainMeters = 0.01;

/** A search from the nearest service on, among services of one class. */
interface Path {
  /** Services without a position: read all at once, since none of them is nearer than another. */
  readonly isUnplaced?: true;
  readonly speech?: SpeechFilter;
  /** The least burden of its services, besides the distance. */
  readonly leastMeters: number;
  /** Null: it has ended. */
  from: number | null;
  nextMeters: number;
  places: number;
}

/**
 * Reads services from the nearest on, and judges each once, at all of its places within the distance. If the first page is not enough, it
 * reads on by language: otherwise a person who can talk with nobody would need many pages, and services in their language may be few.
 */
export class Walk {
  /** Without services whose own rule refuses somebody, if the walk is sparing and reads open services only. */
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
    /** So many of the best are wanted; default: not known. */
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
   * Reads on until every service that is left costs more than `wantedMeters`, and returns whether none is left. That limit falls as better
   * services are found; services beyond it are not read.
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

  /** Divides the search by language. */
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

  /** The cheapest first, so that the others soon turn out not to be among the best. */
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

  /** The burden of the last of so many best; Infinity: fewer pass. */
  burdenOf(count: number): number {
    return this.best[count - 1] ?? Infinity;
  }

  /** How many services take people; null: not all of those within the distance were read. */
  active(): number | null {
    if (this.hasPassedBy || this.paths.some(({ from }) => from !== null)) return null;
    return new Set(this.judged.filter(({ site }) => site.active).map(({ site }) => site.serviceId)).size;
  }

  /** The distance within which so many services were found; Infinity: fewer were. */
  distanceOf(count: number): number {
    return [...this.met.values()].sort((a, b) => a - b)[count - 1] ?? Infinity;
  }

  /** The nearest services that were found; equal distances by id. */
  nearest(count: number): ReadonlySet<string> {
    const inOrder = [...this.met].sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1));
    return new Set(inOrder.slice(0, count).map(([serviceId]) => serviceId));
  }
}

/** How services are judged. */
interface Judging {
  readonly isSparing?: boolean;
  readonly isWorth?: (service: MetService) => boolean;
  /** Called with each service that was judged. */
  readonly found: (judged: readonly Judged[]) => void;
}

/** Judges services at their places, and gives others a turn. */
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
