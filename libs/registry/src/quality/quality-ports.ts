import type { ServiceView } from '@haven/events';
import type { Page } from '../page.js';

/** A published entry, as far as it is judged. */
export interface JudgedEntry {
  readonly view: ServiceView;
  readonly verifiedAt: string | null;
  readonly withdrawn: boolean;
}

/** One reading of a file of a source. */
export interface FileRun {
  readonly source: string;
  readonly run: string;
}

/** How good the entries of a source are. What is lacking is counted among those that are active. */
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

/** What published entries lack. */
export interface DirectoryQuality {
  /** By source, in the order of their names; `verifiedBefore`: what nobody has checked since then counts as not verified. */
  bySource(verifiedBefore: Date): Promise<readonly SourceQuality[]>;
}

/** A published service that the newest file of its source no longer has. */
export interface MissingService {
  readonly id: string;
  readonly name: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly source: string;
  readonly since: string;
}

/**
 * Services that files of a source have brought. Each is listed, missing from the newest whole file, or kept by a person though it was
 * missing; it is listed again as soon as a file has it.
 */
export interface ServiceRoll {
  /** A file has these. Answers which of them were missing. */
  list(run: FileRun, serviceIds: readonly string[]): Promise<readonly string[]>;
  /** All of a whole file is read: what this run did not list is missing from now on. Answers what was not missing before. */
  unlist(run: FileRun): Promise<readonly string[]>;
  /** How many published services of a source its files have brought, and how many of them are missing. */
  counts(source: string): Promise<{ readonly all: number; readonly missing: number }>;
  /** Of those among these that are missing. */
  missingSince(serviceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Some missing ones of a source, locked; null: any of them. Comes before they are marked as dirty. */
  lockMissing(source: string, serviceIds: readonly string[] | null, limit: number): Promise<readonly string[]>;
  decide(source: string, serviceIds: readonly string[], state: 'KEPT' | 'WITHDRAWN', decidedBy: string): Promise<void>;
  /** Those of these that a person keeps. */
  keptAmong(serviceIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Takes over that these were kept elsewhere, of those that no earlier file had the last time. */
  adoptKept(source: string, serviceIds: readonly string[], decidedBy: string): Promise<void>;
  /** The next that are missing, the oldest first. source null: of all. */
  page(source: string | null, after: Pick<MissingService, 'since' | 'id'> | null, first: number): Promise<Page<MissingService>>;
}

/** One of two services that may be one. */
export type PairedService = Omit<MissingService, 'since'>;

/** Two published services of two sources that are alike; the ids in their order. */
export interface PossiblePair {
  readonly services: readonly [PairedService, PairedService];
}

/** What a person decided of two services. */
export interface PairDecided {
  readonly oneId: string;
  readonly otherId: string;
  readonly state: 'APART' | 'MERGED' | 'UNDONE';
  /** Which of two that were merged is not shown. */
  readonly goneId: string | null;
}

/** Services that two sources bring, and what persons decided of them. */
export interface ServicePairs {
  /** The next, in the order of their ids, of which a decision is in force. */
  inForce(after: readonly [string, string] | null, limit: number): Promise<readonly PairDecided[]>;
  decide(decided: PairDecided, decidedBy: string): Promise<void>;
  /** What was decided last; null: nothing. */
  lock(oneId: string, otherId: string): Promise<Pick<PairDecided, 'state' | 'goneId'> | null>;
  /** Of those of these that were merged once: AWAY: the other one stands for it; BACK: it does no more. */
  standing(serviceIds: readonly string[]): Promise<ReadonlyMap<string, 'AWAY' | 'BACK'>>;
  /** Services for which these stand. */
  mergedInto(keptIds: readonly string[]): Promise<readonly string[]>;
  /** The next of which nobody has decided. */
  page(after: readonly [string, string] | null, first: number): Promise<Page<PossiblePair>>;
}
