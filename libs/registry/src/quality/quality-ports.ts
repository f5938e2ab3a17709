import type { ServiceView } from '@haven/events';
import type { Page } from '../page.js';

/** The parts of a published entry that its quality depends on. */
export interface JudgedEntry {
  readonly view: ServiceView;
  readonly verifiedAt: string | null;
  readonly withdrawn: boolean;
}

/** One run of reading a file of a source. */
export interface FileRun {
  readonly source: string;
  readonly run: string;
}

/** The quality of a source's entries. Gaps are counted among active services. */
export interface SourceQuality {
  readonly source: string;
  readonly services: number;
  readonly active: number;
  readonly findable: number;
  readonly withoutCategory: number;
  readonly withoutPosition: number;
  readonly withoutPhone: number;
  readonly withoutHours: number;
  readonly withoutPersons: number;
  readonly unverified: number;
  readonly waitingPlaces: number;
  readonly missing: number;
  readonly importedAt: string | null;
}

/** Gaps of published entries. */
export interface DirectoryQuality {
  /** By name of source; `verifiedBefore`: entries that nobody has checked since then count as not verified. */
  bySource(verifiedBefore: Date): Promise<readonly SourceQuality[]>;
}

/** A published service that the newest file of its source lacks. */
export interface MissingService {
  readonly id: string;
  readonly name: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly source: string;
  readonly since: string;
}

/**
 * Services that files of a source had. Each is listed, missing from the newest whole file, or kept by a person although it was missing; it
 * is listed again as soon as a file has it.
 */
export interface ServiceRoll {
  /** Records that a file has these. Returns those that were missing. */
  list(run: FileRun, serviceIds: readonly string[]): Promise<readonly string[]>;
  /**
   * Call this when a whole file is read: services that this run did not list are missing from now on. Returns those that were not missing
   * before.
   */
  unlist(run: FileRun): Promise<readonly string[]>;
  /** How many published services of a source came from its files, and how many of them are missing. */
  counts(source: string): Promise<{ readonly all: number; readonly missing: number }>;
  /** Since when each of these is missing; others are left out. */
  missingSince(serviceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Locks some missing services of a source; null: any of them. Call this before they are marked as dirty. */
  lockMissing(source: string, serviceIds: readonly string[] | null, limit: number): Promise<readonly string[]>;
  decide(source: string, serviceIds: readonly string[], state: 'KEPT' | 'WITHDRAWN', decidedBy: string): Promise<void>;
  /** Those of these that a person keeps although they are missing. */
  keptAmong(serviceIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Takes over decisions made elsewhere to keep these; only for services that the source's last file lacked. */
  adoptKept(source: string, serviceIds: readonly string[], decidedBy: string): Promise<void>;
  /** The next missing ones, the oldest first. source null: of all sources. */
  page(source: string | null, after: Pick<MissingService, 'since' | 'id'> | null, first: number): Promise<Page<MissingService>>;
}

/** One service of a pair. */
export type PairedService = Omit<MissingService, 'since'>;

/** A pair: two published services of two sources that may be one, in the order of their ids. */
export interface PossiblePair {
  readonly services: readonly [PairedService, PairedService];
}

/** A decision on a pair. */
export interface PairDecided {
  readonly oneId: string;
  readonly otherId: string;
  readonly state: 'APART' | 'MERGED' | 'UNDONE';
  /** Of a merged pair, the service that is not shown. */
  readonly goneId: string | null;
}

/** Pairs of services of two sources, and decisions on them. */
export interface ServicePairs {
  /** The next pairs with a decision in force, by id. */
  inForce(after: readonly [string, string] | null, limit: number): Promise<readonly PairDecided[]>;
  decide(decided: PairDecided, decidedBy: string): Promise<void>;
  /** The latest decision, locked; null if there is none. */
  lock(oneId: string, otherId: string): Promise<Pick<PairDecided, 'state' | 'goneId'> | null>;
  /** For those of these that were merged at some time: AWAY: the other one is shown instead; BACK: it is shown again. */
  mergeStates(serviceIds: readonly string[]): Promise<ReadonlyMap<string, 'AWAY' | 'BACK'>>;
  /** Services that were merged into these. */
  mergedInto(keptIds: readonly string[]): Promise<readonly string[]>;
  /** The next pairs without a decision. */
  page(after: readonly [string, string] | null, first: number): Promise<Page<PossiblePair>>;
}
