/** The lines of a history: docs/holds-history.md says what each field means. The checker reads nothing else. */
export type HistoryLine = RunLine | CallLine | AgedLine | KillLine | PoolLine | PoolChangeLine | HoldLine | HoldChangeLine;

/** Microseconds of the one monotonic clock of the process that the clients run in, since the run began. */
export type Instant = number;

/** First line: under which conditions the history was written. */
export interface RunLine {
  readonly line: 'run';
  readonly format: 1;
  readonly startedAt: string;
  readonly seed: number;
  readonly clients: number;
  readonly processes: number;
}

/** Beds of one pool for each of these operations. */
export const changes = ['holdBeds', 'confirmHold', 'releaseHold', 'declineHold', 'checkOut', 'setBedCounts'] as const;
/** {@link changes} */
export type Change = (typeof changes)[number];

/** One request. A repeated one is another line with the same key; reads have no key. */
export interface CallLine {
  readonly line: 'call';
  readonly client: number;
  readonly process: number;
  readonly operation: Change | 'availability';
  readonly key: string | null;
  /** Who asked; a subject of its own for each key, so that the database's history names the operation. */
  readonly subject: string | null;
  readonly input: CallInput;
  readonly invoked: Instant;
  /** null, as `answer`: no answer came, and the operation may or may not have happened. */
  readonly returned: Instant | null;
  readonly answer: Answer | null;
}

/** What was asked; each operation has its own fields. */
export interface CallInput {
  readonly serviceId?: string;
  readonly party?: readonly { readonly gender: 'WOMAN' | 'MAN'; readonly age: number }[];
  readonly minutes?: number;
  readonly holdId?: string;
  readonly poolId?: string;
  readonly expectedVersion?: number;
  readonly total?: number;
  readonly outOfService?: number;
}

/** Where the beds of a pool are. */
export interface Counts {
  readonly total: number;
  readonly occupied: number;
  readonly held: number;
  readonly outOfService: number;
}

/** A pool as it was at a version. */
export interface SeenPool extends Counts {
  readonly id: string;
  readonly version: number;
}

/** State of a hold. */
export type HoldState = 'HELD' | 'CONFIRMED' | 'CHECKED_OUT' | 'RELEASED' | 'EXPIRED' | 'DECLINED';

/** A hold as it was at a version. */
export interface SeenHold {
  readonly id: string;
  readonly serviceId: string;
  readonly state: HoldState;
  readonly version: number;
  readonly beds: readonly { readonly poolId: string; readonly beds: number }[];
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** What was answered. */
export type Answer =
  | { readonly kind: 'Hold' | 'HoldNotActive'; readonly hold: SeenHold }
  | { readonly kind: 'BedPool'; readonly pool: SeenPool }
  | { readonly kind: 'NoBedsLeft' | 'Availability'; readonly pools: readonly SeenPool[] }
  | { readonly kind: 'VersionConflict'; readonly currentVersion: number }
  | { readonly kind: 'InvalidInput' | 'NotFound' | 'NotAdmitted' | 'IdempotencyConflict' };

/** From here on the time of these holds may be over: their expiry was set back. */
export interface AgedLine {
  readonly line: 'aged';
  readonly holdIds: readonly string[];
  readonly invoked: Instant;
}

/** `kill -9`. */
export interface KillLine {
  readonly line: 'kill';
  readonly victim: string;
  readonly at: Instant;
}

/** A pool at the end, by the word of the database. */
export interface PoolLine extends SeenPool {
  readonly line: 'pool';
  readonly serviceId: string;
  /** The only gender that it admits; null: anybody. */
  readonly gender: 'WOMAN' | 'MAN' | null;
}

/** A version of a pool, by the word of the database. */
export interface PoolChangeLine extends Counts {
  readonly line: 'poolChange';
  readonly poolId: string;
  readonly version: number;
  readonly at: string;
  /** null: holds whose time was over. */
  readonly subject: string | null;
}

/** A hold at the end, by the word of the database. */
export interface HoldLine extends SeenHold {
  readonly line: 'hold';
  readonly subject: string;
}

/** A version of a hold, by the word of the database. */
export interface HoldChangeLine {
  readonly line: 'holdChange';
  readonly holdId: string;
  readonly version: number;
  readonly state: HoldState;
  readonly at: string;
  readonly subject: string | null;
}
