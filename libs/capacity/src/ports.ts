import type { AvailabilitySnapshot, BedPoolView, HoldView } from '@haven/events';
import type { AdmissionRule, Clock, Gender, PlacingPool, Reason, Result } from '@haven/kernel';
import type { Caller, Role } from '@haven/security';
import type { KeepsAnswers } from '@haven/use-case';
import type { AgeBand } from './placing/age-band.js';
import type { BedCounts, CountsSeen } from './beds/bed-pool.js';
import type { HoldVerb } from './placing/hold.js';
import type { PartyMember } from './placing/hold-request.js';
import type { Intake } from './placing/intake.js';
import type { OccupancyChange } from './beds/occupancy/occupancy.js';
import type { Span } from './beds/occupancy/time-bucket.js';
import type { WaitingState } from './offers/waiting.js';

/** Whose holds and waitlist entries a caller may see: those of this organization (null: no organization), those at its shelters, or all. */
export type Reach = { readonly of: string | null } | { readonly at: string | null } | 'ALL';

/** The facts about a service. */
export interface ServiceRef {
  readonly serviceId: string;
  readonly organizationId: string;
  readonly country: string | null;
  /** false: withdrawn. */
  readonly active: boolean;
  /** false: the directory reports it as closed, for now or for good. Its guests stay. */
  readonly takesPeople: boolean;
  /** Its admission rule; null: stored by an older version that ignored the rule, and not learned yet. */
  readonly admits: AdmissionRule | null;
}

/** A stored pool. `counted`: staff and guests set its counts, no longer the directory. `closed`: nobody sees it. */
export interface StoredPool {
  readonly pool: BedPoolView;
  readonly counted: boolean;
  readonly closed: boolean;
}

/** A pool to be added. */
export interface NewPool extends BedCounts {
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
  readonly admits: AdmissionRule;
}

/** A pool as the directory gives it. */
export interface DirectoryCounts extends NewPool {
  readonly confirmedAt: string | null;
}

/** A hold as the holder, the shelter, and coordinators see it. */
export type SeenHold = Pick<StoredHold, 'hold' | 'acceptBy' | 'isOffer' | 'expectedEnd' | 'asks' | 'caseReference'>;

/** Who asked for a hold: the worker and their organization. */
export interface Holder {
  readonly subject: string;
  readonly organizationId: string | null;
}

/** What a shelter needs to know about one person of a party to prepare. */
export interface GuestView {
  readonly gender: Gender;
  readonly ageBand: AgeBand;
  readonly poolId: string;
}

/** A stored hold. `party` is null once the hold has ended. */
export interface StoredHold {
  readonly hold: HoldView;
  /** Offered to a waitlist entry that has not taken it yet. */
  readonly isOffer: boolean;
  /** The day on which a stay should end, like 2026-12-24; null: open. */
  readonly expectedEnd: string | null;
  /** The shelter has to accept by then, ISO 8601; null: it has, it need not, or nobody has taken the offer yet. */
  readonly acceptBy: string | null;
  /** The shelter has to accept and has not yet. Also true for an offer. */
  readonly isToAccept: boolean;
  readonly holder: Holder;
  /** The organization whose shelter it is. */
  readonly shelterOrganizationId: string;
  readonly caseReference: string | null;
  readonly party: readonly GuestView[] | null;
  /** What to ask before anybody travels. */
  readonly asks: readonly Reason[];
}

/** A hold to be made. */
export interface NewHold {
  readonly id: string;
  readonly serviceId: string;
  readonly beds: HoldView['beds'];
  readonly holder: Holder;
  readonly caseReference: string | null;
  readonly party: readonly GuestView[];
  readonly asks: readonly Reason[];
  readonly minutes: number;
  /** Minutes in which the shelter has to accept; null: it need not. */
  readonly acceptanceMinutes: number | null;
}

/** A waitlist entry. Instants are ISO 8601 text. */
export interface WaitingView {
  readonly id: string;
  readonly serviceId: string;
  readonly state: WaitingState;
  /** How many entries are before this one. */
  readonly ahead: number;
  readonly joinedAt: string;
  /** It expires then, by the database clock. */
  readonly waitsUntil: string;
  /** The hold offered to it. */
  readonly holdId: string | null;
  readonly caseReference: string | null;
  readonly version: number;
}

/** A stored waitlist entry. `party` is null once the entry has ended. */
export interface StoredWaiting {
  readonly waiting: WaitingView;
  readonly holder: Holder;
  readonly shelterOrganizationId: string;
  readonly party: readonly PartyMember[] | null;
  readonly beds: number | null;
}

/** A waitlist entry to be added. */
export interface NewWaiting {
  readonly id: string;
  readonly serviceId: string;
  readonly holder: Holder;
  readonly caseReference: string | null;
  readonly party: readonly PartyMember[];
  readonly beds: number | null;
}

/** Surge beds. After their end, ISO 8601, each goes as soon as it is free. */
export interface SurgeView {
  readonly id: string;
  readonly poolId: string;
  readonly serviceId: string;
  readonly beds: number;
  /** How many beds have gone. */
  readonly removed: number;
  readonly endsAt: string;
}

/** The person who counts. */
export type Counter = Pick<Caller, 'subject' | 'role'>;

/** What somebody saw, and when. */
export interface CountedThen extends CountsSeen {
  /** Left out or null: now. A time after now counts as now, and a time before the last count counts as that count's. */
  readonly countedAt?: Date | null;
}

/** Compares the staff count of a pool with its holds. */
export interface Reconciliation {
  readonly poolId: string;
  readonly name: string;
  readonly occupied: number;
  /** Role of the person who counted last. Null: the directory, or not known. */
  readonly countedBy: Role | null;
  /** Beds of people who arrived on a hold and have not checked out. */
  readonly placed: number;
}

/** A shelter as a caller who wants beds sees it. */
export interface Shelter {
  readonly service: ServiceRef;
  readonly intake: Intake;
  readonly availability: AvailabilitySnapshot;
  /** Beds that the caller's organization holds here before arrival. Counted only if there is a limit. */
  readonly alreadyHeld: number;
  /** A hold or a surge with free beds is due and has not been ended yet. */
  readonly someAreOver: boolean;
}

/** How an offer becomes a hold: for how long, what to ask then, and who takes it. */
export interface TakenOffer {
  readonly minutes: number;
  readonly asks: readonly Reason[];
  readonly subject: string;
}

/** Everything that capacity does in one transaction. */
export interface CapacityTransaction extends KeepsAnswers {
  service(serviceId: string): Promise<ServiceRef | null>;
  /** Stores the service and returns the previous version. */
  putService(service: ServiceRef): Promise<ServiceRef | null>;
  /** A pool that is not closed. */
  pool(poolId: string): Promise<BedPoolView | null>;
  /** Blocks every other change of the service's beds until this transaction ends. An unknown service has no lock. */
  lockBeds(serviceId: string): Promise<void>;
  /** {@link lockBeds} for the service of a pool. Returns that service, or null if there is no such open pool. */
  lockBedsOfPool(poolId: string): Promise<string | null>;
  /** The pools of a service, closed ones included. */
  poolsOf(serviceId: string): Promise<readonly StoredPool[]>;
  /** Adds a pool that a person counted just now. */
  addPool(pool: NewPool, by: Counter): Promise<BedPoolView>;
  /** Sets the counts if the version is the expected one and the counts fit; otherwise null. */
  setCounts(poolId: string, expectedVersion: number, seen: CountedThen, by: Counter): Promise<BedPoolView | null>;
  /** Adds, replaces or opens a pool as the directory says. Returns whether that changed anything. */
  putFromDirectory(pool: DirectoryCounts, stored: StoredPool | null): Promise<boolean>;
  /** Closes a pool that nobody counted. `counts`: the beds that are still held. */
  closePool(poolId: string, counts: BedCounts): Promise<void>;
  hold(holdId: string): Promise<StoredHold | null>;
  /** A case reference that no hold or waitlist entry uses. */
  newCaseReference(): Promise<string>;
  /** Takes free beds of a locked service, all of them or none. The hold begins now, by the database clock. */
  claimBeds(hold: NewHold): Promise<StoredHold>;
  /** Moves a hold that is in the verb's start state, not due, and of this version; otherwise null. */
  moveHold(holdId: string, verb: HoldVerb, expectedVersion: number, subject: string): Promise<StoredHold | null>;
  /** Accepts a hold for the shelter; null if it awaits no acceptance or has another version. */
  acceptHold(holdId: string, expectedVersion: number, subject: string): Promise<StoredHold | null>;
  /** Ends the due holds of a locked service, and returns them. */
  expireDueHolds(serviceId: string): Promise<readonly StoredHold[]>;
  /** Declines every hold of a locked service that is not due. */
  declineHolds(serviceId: string): Promise<void>;
  intake(serviceId: string): Promise<Intake>;
  putIntake(serviceId: string, intake: Intake, subject: string): Promise<void>;
  /** Opens the intake if it is due to reopen. Returns whether it did. */
  openDueDoor(serviceId: string): Promise<boolean>;
  /** {@link lockBeds}, and the facts that a caller of the organization needs to ask for beds; null if there is no such service. */
  lockShelter(serviceId: string, organizationId: string | null): Promise<Shelter | null>;
  waiting(id: string): Promise<StoredWaiting | null>;
  /** The waitlist entry to which a hold is offered; null if it is no offer. */
  offeredTo(holdId: string): Promise<StoredWaiting | null>;
  /** Waitlist entries of a service that have not expired and have no offer, the oldest first. */
  inLine(serviceId: string): Promise<readonly StoredWaiting[]>;
  join(waiting: NewWaiting): Promise<void>;
  /** Offers the hold to the entry. Once the offer is taken, the shelter has this many minutes to accept (null: it need not). */
  offer(waitingId: string, holdId: string, acceptanceMinutes: number | null): Promise<void>;
  /** Ends the entry as LEFT, if it has this version. */
  leave(waitingId: string, expectedVersion: number, subject: string): Promise<void>;
  /** Expires the due entries of a locked service. Returns how many. */
  expireWaits(serviceId: string): Promise<number>;
  /** Ends all entries of a locked service. */
  endWaits(serviceId: string): Promise<void>;
  /** Takes an offer: the hold lasts this many minutes from now. Null if it is no offer, or has another version. */
  takeOffer(holdId: string, expectedVersion: number, taken: TakenOffer): Promise<StoredHold | null>;
  addSurge(surge: Pick<SurgeView, 'id' | 'poolId' | 'beds' | 'endsAt'>, subject: string): Promise<BedPoolView | null>;
  surge(id: string): Promise<SurgeView | null>;
  /** Ends the surge now, and records who ended it with the surge and with the beds that go. */
  endSurge(id: string, subject: string): Promise<void>;
  /** Pools of a service for which staff have said how many beds there are, and at least one. */
  poolsWithGivenTotal(serviceId: string): Promise<ReadonlySet<string>>;
  /** Remaining beds of ended surges at a service, by pool. Each goes as soon as it is free. */
  leavingBeds(serviceId: string): Promise<ReadonlyMap<string, number>>;
  /** Removes the free beds of ended surges at a locked service. Returns how many. */
  removeDueSurges(serviceId: string): Promise<number>;
  /** Sets when a stay should end; null if nobody has arrived on the hold, or it has another version. */
  extendStay(holdId: string, expectedVersion: number, expectedEnd: string | null, subject: string): Promise<StoredHold | null>;
  /** Extends a hold to this many minutes from now, never to less than before; null if it is due, ended, or an offer. */
  extendHold(holdId: string, expectedVersion: number, minutes: number, subject: string): Promise<StoredHold | null>;
  /** Does the work, and undoes it if the result says not to keep it. */
  allOrNothing<T>(work: () => Promise<{ readonly keep: boolean; readonly value: T }>): Promise<T>;
  /** Gives the service's beds their next sequence and publishes them. */
  announce(serviceId: string): Promise<void>;
  /** Makes the next event of each key newer than any before, however far back the restored backup is. */
  leapSequences(): Promise<void>;
  /** Whether the service's beds were ever published, as far as this database shows. */
  wasToldOf(serviceId: string): Promise<boolean>;
  /** Publishes a tombstone for the beds of the service. */
  forgetBeds(serviceId: string): void;
  /** Records that the beds of a locked service are being published again. Returns whether that was still to do. */
  settleRetelling(serviceId: string): Promise<boolean>;
  /** Publishes the holds of a locked service that have not ended, as they are. */
  tellHolds(serviceId: string): Promise<void>;
  /** {@link claimBeds} and {@link announce} in one statement. */
  claimAndAnnounce(hold: NewHold): Promise<StoredHold>;
  /**
   * Publishes that the service has no beds, then a tombstone, if its beds were ever published. The sequence continues if they come back.
   */
  withdrawBeds(serviceId: string): Promise<void>;
}

/** Which services a subscriber asks for. A part that is null does not narrow. */
export interface AvailabilityScope {
  readonly serviceIds: readonly string[] | null;
  readonly organizationId: string | null;
  readonly country: string | null;
}

/** Whose beds to change: of services, or of the service to which a pool, hold, waitlist entry or surge belongs. */
export type BedsOf =
  | { readonly serviceIds: readonly string[] }
  | { readonly poolId: string }
  | { readonly holdId: string }
  | { readonly waitingId: string }
  | { readonly surgeId: string };

/**
 * Capacity on its database. Reads run outside long transactions: the embedded database has one session, so an open transaction blocks
 * everybody else.
 */
export interface Capacity {
  readonly clock: Clock;
  /**
   * All or nothing. Calls for one shelter queue before they take a connection, and may lock only the beds that they name. Throws
   * ShelterBusy if the queue is too long, or if another transaction keeps the shelter locked.
   */
  changing<T>(beds: BedsOf, work: (tx: CapacityTransaction) => Promise<T>): Promise<T>;
  /**
   * The same for the sweeper, which comes back later anyway: it does not queue and does not wait for a locked shelter, but returns null.
   */
  tidying<T>(serviceId: string, work: (tx: CapacityTransaction) => Promise<T>): Promise<T | null>;
  /** Normalizes the case reference of a caller, or says what to do instead. */
  readCaseReference(text: string): Result<string, string>;
  /** Whether the service has arrived, withdrawn or not. */
  hasService(serviceId: string): Promise<boolean>;
  /** The beds of a service; null if it is unknown or withdrawn. */
  availability(serviceId: string): Promise<AvailabilitySnapshot | null>;
  /** The rooms of a service that takes people now; null if it is unknown, withdrawn or closed, or its rule is not known. */
  roomsThatTake(serviceId: string): Promise<readonly PlacingPool[] | null>;
  /** A page of the scope in order of service id. Includes services without pools only if the scope names them by id. */
  availabilityPage(scope: AvailabilityScope, afterServiceId: string): Promise<readonly AvailabilitySnapshot[]>;
  intake(serviceId: string): Promise<Intake>;
  waiting(id: string): Promise<StoredWaiting | null>;
  /** Waitlist entries of a service that wait or have an offer, the oldest first. */
  waitlist(serviceId: string): Promise<readonly StoredWaiting[]>;
  /** Waitlist entries of any service that wait or have an offer, the oldest first, at most 1,000. */
  waits(reach: Reach): Promise<readonly StoredWaiting[]>;
  hold(holdId: string): Promise<StoredHold | null>;
  /** A page of the holds that have not ended, of one service (null: of all), in order of id. */
  activeHolds(serviceId: string | null, afterId: string | null): Promise<readonly StoredHold[]>;
  /** Holds at any service that have not ended, those that end soonest first, at most 1,000. */
  openHolds(reach: Reach): Promise<readonly StoredHold[]>;
  surges(serviceId: string): Promise<readonly SurgeView[]>;
  /** Services with a free bed of an ended surge, a few at a time. */
  servicesWithDueSurges(): Promise<readonly string[]>;
  /** The names that staff or the directory gave the open pools of a service, by id. */
  poolNames(serviceId: string): Promise<ReadonlyMap<string, string>>;
  /** Services whose beds have to be published again, a few at a time. */
  servicesToRetell(): Promise<readonly string[]>;
  /** Counts and placements, pool by pool. */
  reconciliation(serviceId: string): Promise<readonly Reconciliation[]>;
  service(serviceId: string): Promise<ServiceRef | null>;
  /** Services whose intake is due to reopen, a few at a time. */
  servicesWithDueDoors(): Promise<readonly string[]>;
  /** Services with a waitlist entry that is due to expire, a few at a time. */
  servicesWithDueWaits(): Promise<readonly string[]>;
  /** Services with a due hold, a few at a time. */
  servicesWithDueHolds(): Promise<readonly string[]>;
  /** The next services, withdrawn ones included, in order of id. */
  servicesAfter(id: string): Promise<readonly string[]>;
  /** Changes within the span and the last one of each pool before it, in order of time. */
  occupancyChanges(serviceId: string, span: Span): Promise<readonly OccupancyChange[]>;
}
