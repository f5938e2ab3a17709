import type { ServiceView } from '@haven/events';

/** A published entry, as far as it is judged. */
export interface JudgedEntry {
  readonly view: ServiceView;
  readonly verifiedAt: string | null;
  readonly withdrawn: boolean;
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
  readonly importedAt: string | null;
}

/** What published entries lack. */
export interface DirectoryQuality {
  /** Notes it of these entries as they are now. */
  note(entries: readonly JudgedEntry[]): Promise<void>;
  /** By source, in the order of their names; `verifiedBefore`: what nobody has checked since then counts as not verified. */
  bySource(verifiedBefore: Date): Promise<readonly SourceQuality[]>;
}
