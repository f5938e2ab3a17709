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

/** From place to place, the nearest first. */
export interface Way {
  /** OPEN: passes by what has no place for anybody: not active, full, in a country that cannot be reached. */
  readonly of: 'ALL' | 'OPEN';
  /** Only services to which this applies. Default: all. */
  readonly speech?: SpeechFilter;
  /** Metres on the sphere. What lies at just that distance is met again. */
  readonly from: number;
  /** Metres on the ellipsoid beyond which nobody is wanted; left out: as far as the request goes. */
  readonly upTo?: number;
  /** So many at most. */
  readonly places: number;
}

/** A service with its places, the nearest first. */
export interface MetService {
  readonly provider: Provider;
  readonly spots: readonly Spot[];
}

/** Services that were met on a way. */
export interface NearestServices {
  /** Each with all of its places within the distance, the nearest first. */
  readonly services: readonly MetService[];
  /** Where the way goes on; null: there are no more. */
  readonly next: number | null;
  /** Nothing that was not met yet is nearer. */
  readonly nextMeters: number;
}

/** The read model. Rules of the same text are the same object. */
export interface MatchView {
  nearest(request: MatchRequest, category: NeedCategory, way: Way): Promise<NearestServices>;
  /** Services without a position that take people from the origin; their distance counts as the greatest distance of the request. */
  unplaced(request: MatchRequest, category: NeedCategory, of: Way['of']): Promise<readonly MetService[]>;
  /** How many active services are within the distance, or may be. */
  considered(request: MatchRequest, category: NeedCategory): Promise<number>;
  /** So many of the nearest services beyond the distance that the database has nothing else against, nearest first. */
  beyond(request: MatchRequest, category: NeedCategory, most: number): Promise<readonly MetService[]>;
  /** How many services there are of a category, wherever. */
  listed(category: NeedCategory): Promise<Listed>;
  entries(serviceIds: readonly string[]): Promise<Map<string, DirectoryEntry>>;
}

/** What an answer shows of a service. */
export interface DirectoryEntry {
  readonly service: ServiceView;
  readonly beds: AvailabilitySnapshot | null;
}

/** Reads the read model. */
export interface ReadModel {
  /** All that the work sees of a service is of one moment. The work may run again when something changed meanwhile. */
  look<T>(work: (view: MatchView) => Promise<T>): Promise<T>;
}

/** What was needed, and whether there was something: apart from the read model, which can be built again. */
export interface DemandLog {
  /** In one transaction with the events that tell of it. A failure is not the asker's: it never rejects. */
  record(demand: readonly DemandView[]): Promise<void>;
}

/** Reads demand. */
export interface DemandCounts {
  count(days: Block, grouping: DemandGroup): Promise<readonly DayCounts[]>;
}

/** What an operator sets. */
export interface MatchingSettings {
  /** Key of the order among equals; the same in every replica. */
  readonly tieKey: string;
  /** What each drawback of a match is worth. */
  readonly weights: BurdenWeights;
}

/** All that the use cases of matching work with. */
export interface Matching {
  readonly clock: Clock;
  readonly gazetteer: Gazetteer;
  readonly weights: BurdenWeights;
  readonly readModel: ReadModel;
  readonly demandLog: DemandLog;
  readonly demandCounts: DemandCounts;
  /** Orders equals: the same for the same id in every replica. */
  tie(id: string): string;
  /** Whether the caller asks this for the first time in ten minutes, as far as this process knows. */
  isNew(subject: string, question: MatchQuestion): boolean;
}
