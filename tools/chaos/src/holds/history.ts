/** The lines of a history; docs/holds-history.md explains each field. The checker reads nothing else. */
export type HistoryLine =
  | RunLine
  | CallLine
  | AgedLine
  | OverLine
  | AgedWaitsLine
  | OverWaitsLine
  | KillLine
  | ShelterLine
  | PoolLine
  | PoolChangeLine
  | HoldLine
  | HoldChangeLine
  | WaitingLine
  | WaitingChangeLine
  | IntakeLine
  | SurgeLine
  | ToldLine
  | RestLine;

/** Microseconds since the run began, by the monotonic clock of the process in which the clients run. */
export type Instant = number;

/** First line: the conditions of the run. */
export interface RunLine {
  readonly line: 'run';
  readonly format: 4;
  readonly startedAt: string;
  readonly seed: number;
  readonly clients: number;
  readonly processes: number;
}

/** Operations by which a client changes something. */
export type Change =
  | 'holdBeds'
  | 'holdGroup'
  | 'confirmHold'
  | 'releaseHold'
  | 'declineHold'
  | 'checkOut'
  | 'acceptHold'
  | 'takeOffer'
  | 'extendPlacement'
  | 'joinWaitlist'
  | 'leaveWaitlist'
  | 'setBedCounts'
  | 'addSurgeBeds'
  | 'setIntake';
/** Operations by which a client reads something. */
export type Look = 'availability' | 'waiting' | 'intake';

/** One request. A repeated request is another line with the same key; reads have no key. */
export interface CallLine {
  readonly line: 'call';
  readonly client: number;
  readonly process: number;
  readonly operation: Change | Look;
  readonly key: string | null;
  /** The caller: a separate subject for each key, so that the database's history names the operation. */
  readonly subject: string | null;
  /** The organization of a caller who asks for beds. */
  readonly organization: string | null;
  readonly input: CallInput;
  readonly invoked: Instant;
  /** Null, like `answer`: no answer came, and the operation may or may not have happened. */
  readonly returned: Instant | null;
  readonly answer: Answer | null;
}

/** People who need a bed each. */
export type Party = readonly { readonly gender: 'WOMAN' | 'MAN'; readonly age: number }[];

/** The input; each operation has its own fields. */
export interface CallInput extends Partial<Omit<SeenIntake, 'version'>> {
  readonly serviceId?: string;
  readonly party?: Party;
  readonly minutes?: number;
  readonly holds?: readonly { readonly serviceId: string; readonly party: Party }[];
  readonly holdId?: string;
  readonly waitingId?: string;
  readonly poolId?: string;
  readonly expectedVersion?: number;
  readonly expectedEnd?: string | null;
  readonly total?: number;
  readonly occupied?: number;
  readonly outOfService?: number;
  readonly beds?: number;
  readonly endsAt?: string;
  readonly noBedLimit?: boolean;
}

/** The counts of a pool. */
export interface Counts {
  readonly total: number;
  readonly occupied: number;
  readonly held: number;
  readonly outOfService: number;
}

/** A pool at a version. */
export interface SeenPool extends Counts {
  readonly id: string;
  readonly version: number;
}

/** State of a hold. */
export type HoldState = 'HELD' | 'CONFIRMED' | 'CHECKED_OUT' | 'RELEASED' | 'EXPIRED' | 'DECLINED';

/** A hold at a version. */
export interface SeenHold {
  readonly id: string;
  readonly serviceId: string;
  readonly state: HoldState;
  readonly version: number;
  readonly beds: readonly { readonly poolId: string; readonly beds: number }[];
  readonly createdAt: string;
  readonly expiresAt: string;
  /** When the shelter has to accept by; null: it has, need not, or nobody has taken the offer yet. */
  readonly acceptBy: string | null;
  /** Offered to a waitlist entry that has not taken it yet. */
  readonly isOffer: boolean;
  /** The day on which a stay should end. */
  readonly expectedEnd: string | null;
}

/** States of a waitlist entry. */
export type WaitingState = 'WAITING' | 'OFFERED' | 'TAKEN' | 'MISSED' | 'LEFT' | 'EXPIRED';

/** A waitlist entry at a version. */
export interface SeenWaiting {
  readonly id: string;
  readonly serviceId: string;
  readonly state: WaitingState;
  readonly version: number;
  readonly holdId: string | null;
}

/** The intake of a shelter. */
export interface SeenIntake {
  readonly version: number;
  readonly open: boolean;
  readonly requiresAcceptance: boolean;
  readonly mostBedsPerOrganization: number | null;
}

/** An answer. */
export type Answer =
  | { readonly kind: 'Hold' | 'HoldNotActive'; readonly hold: SeenHold }
  | { readonly kind: 'GroupHeld'; readonly holds: readonly SeenHold[] }
  | { readonly kind: 'GroupChanged'; readonly changes: readonly { readonly party: number; readonly code: string }[] }
  | { readonly kind: 'BedPool'; readonly pool: SeenPool }
  | { readonly kind: 'NoBedsLeft' | 'Availability'; readonly sequence: number; readonly pools: readonly SeenPool[] }
  | { readonly kind: 'Waiting'; readonly waiting: SeenWaiting }
  | { readonly kind: 'Intake'; readonly intake: SeenIntake }
  | { readonly kind: 'VersionConflict'; readonly currentVersion: number }
  | { readonly kind: 'NotAdmitted'; readonly reasons: readonly string[] }
  | { readonly kind: 'InvalidInput' | 'NotFound' | 'IdempotencyConflict' };

/** The time of a hold that is set back: its end, or the time in which the shelter has to accept it. */
export type Deadline = 'end' | 'acceptance';

/** From here on these holds may be due: they are about to be set back. */
export interface AgedLine {
  readonly line: 'aged';
  readonly holdIds: readonly string[];
  readonly deadline: Deadline;
  readonly invoked: Instant;
}

/** From here on these holds are due: they were held, and were set back. */
export interface OverLine {
  readonly line: 'over';
  readonly holdIds: readonly string[];
  readonly at: Instant;
}

/** From here on these waitlist entries may be due: they are about to be set back. */
export interface AgedWaitsLine {
  readonly line: 'agedWaits';
  readonly waitingIds: readonly string[];
  readonly invoked: Instant;
}

/** From here on these waitlist entries are due: they were waiting, and were set back. */
export interface OverWaitsLine {
  readonly line: 'overWaits';
  readonly waitingIds: readonly string[];
  readonly at: Instant;
}

/** `kill -9`. */
export interface KillLine {
  readonly line: 'kill';
  readonly victim: string;
  readonly at: Instant;
}

/** The rule of a shelter as a whole, from the database. */
export interface ShelterLine {
  readonly line: 'shelter';
  readonly serviceId: string;
  /** The only gender that it admits, whatever its pools say; null: anybody. */
  readonly gender: 'WOMAN' | 'MAN' | null;
}

/** A pool at the end, from the database. */
export interface PoolLine extends SeenPool {
  readonly line: 'pool';
  readonly serviceId: string;
  /** The only gender that its own rule admits; null: anybody. */
  readonly gender: 'WOMAN' | 'MAN' | null;
  /** Beds of arrived parties that a count has found empty, and that are not checked out. */
  readonly seenEmpty: number;
}

/** A version of a pool, from the database. */
export interface PoolChangeLine extends Counts {
  readonly line: 'poolChange';
  readonly poolId: string;
  readonly version: number;
  readonly at: string;
  /** Null: holds expired. */
  readonly subject: string | null;
}

/** A hold at the end, from the database. */
export interface HoldLine extends Omit<SeenHold, 'isOffer'> {
  readonly line: 'hold';
  readonly subject: string;
  readonly organization: string;
}

/** A version of a hold, from the database. */
export interface HoldChangeLine {
  readonly line: 'holdChange';
  readonly holdId: string;
  readonly version: number;
  readonly state: HoldState;
  readonly at: string;
  readonly subject: string | null;
  /** Number of the database's transaction, as in {@link ToldLine}. */
  readonly transaction: string;
}

/** A waitlist entry at the end, from the database. */
export interface WaitingLine extends SeenWaiting {
  readonly line: 'waiting';
  readonly subject: string;
  /** Position in the order of arrival. */
  readonly place: number;
}

/** A version of a waitlist entry, from the database. */
export interface WaitingChangeLine {
  readonly line: 'waitingChange';
  readonly waitingId: string;
  readonly version: number;
  readonly state: WaitingState;
  /** Number of the database's transaction, as in {@link ToldLine}. */
  readonly transaction: string;
}

/** The intake of a shelter at the end, from the database. */
export interface IntakeLine extends SeenIntake {
  readonly line: 'intake';
  readonly serviceId: string;
}

/** Surge beds at the end, from the database. */
export interface SurgeLine {
  readonly line: 'surge';
  readonly id: string;
  readonly poolId: string;
  readonly beds: number;
  /** How many have gone. */
  readonly removed: number;
  readonly endsAt: string;
}

/** The beds of a shelter, published after each change: the outbox. It gives one order of everything that happened there. */
export interface ToldLine {
  readonly line: 'told';
  readonly serviceId: string;
  readonly sequence: number;
  readonly status: string;
  /** Version of each pool. */
  readonly versions: Readonly<Record<string, number>>;
  readonly transaction: string;
  /** The subject whose key the transaction has answered; null: none, or a group. */
  readonly subject: string | null;
}

/** Nobody asked any more, and the sweepers have run until they had nothing to do, or for eight seconds. */
export interface RestLine {
  readonly line: 'rest';
  /** By the database's clock. */
  readonly at: string;
}
