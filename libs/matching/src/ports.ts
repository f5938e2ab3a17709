import type { AvailabilitySnapshot, DemandView, ServiceView } from '@haven/events';
import type { Gazetteer } from '@haven/gazetteer';
import type { BurdenWeights, Clock, NeedCategory } from '@haven/kernel';
import type { Provider, Spot } from './judging/candidate.js';
import type { Block } from './demand/demand-days.js';
import type { DemandGroup } from './demand/groupings.js';
import type { DayCounts } from './demand/show-demand.js';
import type { Listed } from './judging/funnel.js';
import type { SpeechFilter } from './judging/talk/speech-keys.js';
import type { MatchQuestion } from './request/match-question.js';
import type { MatchRequest } from './request/request.js';

/** A search from place to place, the nearest first. */
export interface Way {
  /** OPEN: skips services without room for anybody: not active, full, in a country that cannot be reached. */
  readonly of: 'ALL' | 'OPEN';
  /** Only services that match this filter. Default: all. */
  readonly speech?: SpeechFilter;
  /** Metres on the sphere. A place at exactly this distance is read again. */
  readonly from: number;
  /** Metres on the ellipsoid beyond which nothing is wanted; default: the greatest distance of the request. */
  readonly upTo?: number;
  /** The most places to read. */
  readonly places: number;
}

/** A service with its places, the nearest first. */
export interface MetService {
  readonly provider: Provider;
  readonly spots: readonly Spot[];
}

/** Services that a search has found. */
export interface NearestServices {
  /** Each with all of its places within the distance, the nearest first. */
  readonly services: readonly MetService[];
  /** Where the search continues; null: there are no more. */
  readonly next: number | null;
  /** Every service that was not found yet is at least this far away. */
  readonly nextMeters: number;
}

/** The read model. Equal rules are the same object. */
export interface MatchView {
  nearest(request: MatchRequest, category: NeedCategory, way: Way): Promise<NearestServices>;
  /** Services without a position that take people from the origin; they count as being at the greatest distance of the request. */
  unplaced(request: MatchRequest, category: NeedCategory, of: Way['of']): Promise<readonly MetService[]>;
  /** How many active services are, or may be, within the distance. */
  considered(request: MatchRequest, category: NeedCategory): Promise<number>;
  /** The nearest services beyond the distance that pass all other constraints in the database, nearest first, at most this many. */
  beyond(request: MatchRequest, category: NeedCategory, most: number): Promise<readonly MetService[]>;
  /** How many services of a category there are, wherever they are. */
  listed(category: NeedCategory): Promise<Listed>;
  entries(serviceIds: readonly string[]): Promise<Map<string, DirectoryEntry>>;
}

/** The data of a service for an answer. */
export interface DirectoryEntry {
  readonly service: ServiceView;
  readonly beds: AvailabilitySnapshot | null;
}

/** Reads the read model. */
export interface ReadModel {
  /** Everything that the work reads about a service is of one moment. The work may run again if something changed meanwhile. */
  look<T>(work: (view: MatchView) => Promise<T>): Promise<T>;
}

/** Needs, and whether they were met. Separate from the read model, which can be rebuilt. */
export interface DemandLog {
  /** Stores demand in one transaction with its events. It never rejects: a failure is not the caller's problem. */
  record(demand: readonly DemandView[]): Promise<void>;
}

/** Reads demand. */
export interface DemandCounts {
  count(days: Block, grouping: DemandGroup): Promise<readonly DayCounts[]>;
}

/** Settings of the operator. */
export interface MatchingSettings {
  /** Key for the order among equals; the same in every replica. */
  readonly tieKey: string;
  /** The weight of each drawback of a match. */
  readonly weights: BurdenWeights;
}

/** The dependencies of the use cases of matching. */
export interface Matching {
  readonly clock: Clock;
  readonly gazetteer: Gazetteer;
  readonly weights: BurdenWeights;
  readonly readModel: ReadModel;
  readonly demandLog: DemandLog;
  readonly demandCounts: DemandCounts;
  /** A sort key for equals: the same for the same id in every replica. */
  tie(id: string): string;
  /** Whether the caller asks this for the first time in ten minutes, as far as this process knows. */
  isNew(subject: string, question: MatchQuestion): boolean;
}
