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

/** Whose holds and waits a caller may know of: those of this organization (null: of nobody's), at its shelters, or all. */
export type Reach = { readonly of: string | null } | { readonly at: string | null } | 'ALL';

/** What capacity knows of a service. */
export interface ServiceRef {
  readonly serviceId: string;
  readonly organizationId: string;
  readonly country: string | null;
  /** false: withdrawn. */
  readonly active: boolean;
  /** false: the directory says that it is closed, for now or for good. Who lives there still does. */
  readonly takesPeople: boolean;
  /** Whom it admits; null: followed by a version that did not look at that, and not learned yet. */
  readonly admits: AdmissionRule | null;
}

/** A stored pool; `counted`: what people say and do there gives its counts, no longer the directory; `closed`: nobody is shown it. */
export interface StoredPool {
  readonly pool: BedPoolView;
  readonly counted: boolean;
  readonly closed: boolean;
}

/** A pool that is not there yet. */
export interface NewPool extends BedCounts {
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
  readonly admits: AdmissionRule;
}

/** The directory's word on a pool. */
export interface DirectoryCounts extends NewPool {
  readonly confirmedAt: string | null;
}

/** A hold as its holder, the shelter and those who coordinate see it. */
export type SeenHold = Pick<StoredHold, 'hold' | 'acceptBy' | 'isOffer' | 'expectedEnd' | 'asks' | 'caseReference'>;

/** Who asked for a hold: the worker, and the organization they work for. */
export interface Holder {
  readonly subject: string;
  readonly organizationId: string | null;
}

/** One person of a party, as far as a shelter has to know to prepare. */
export interface GuestView {
  readonly gender: Gender;
  readonly ageBand: AgeBand;
  readonly poolId: string;
}

/** A stored hold. `party` is null once the hold has ended. */
export interface StoredHold {
  readonly hold: HoldView;
  /** Offered to somebody on the waiting list, who has not taken it yet. */
  readonly isOffer: boolean;
  /** The day on which a stay should end, like 2026-12-24; null: open. */
  readonly expectedEnd: string | null;
  /** Until when the shelter has to accept, ISO 8601; null: it has, or need not, or nobody has taken the offer yet. */
  readonly acceptBy: string | null;
  /** The shelter has to accept and has not; of an offer, too. */
  readonly isToAccept: boolean;
  readonly holder: Holder;
  /** Whose shelter it is. */
  readonly shelterOrganizationId: string;
  readonly caseReference: string | null;
  readonly party: readonly GuestView[] | null;
  /** What is to be asked before somebody travels. */
  readonly asks: readonly Reason[];
}

/** A hold that is not there yet. */
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

/** A party on the list of a service. Instants as ISO 8601 text. */
export interface WaitingView {
  readonly id: string;
  readonly serviceId: string;
  readonly state: WaitingState;
  /** How many entries are before this one. */
  readonly ahead: number;
  readonly joinedAt: string;
  /** Then it is over, by the database's clock. */
  readonly waitsUntil: string;
  /** The hold that is offered to it. */
  readonly holdId: string | null;
  readonly caseReference: string | null;
  readonly version: number;
}

/** A stored party on a list; `party` is null once it waits no longer. */
export interface StoredWaiting {
  readonly waiting: WaitingView;
  readonly holder: Holder;
  readonly shelterOrganizationId: string;
  readonly party: readonly PartyMember[] | null;
  readonly beds: number | null;
}

/** A party that comes onto a list. */
export interface NewWaiting {
  readonly id: string;
  readonly serviceId: string;
  readonly holder: Holder;
  readonly caseReference: string | null;
  readonly party: readonly PartyMember[];
  readonly beds: number | null;
}

/** Beds that are there until an end, ISO 8601; then each goes as soon as it is free. */
export interface SurgeView {
  readonly id: string;
  readonly poolId: string;
  readonly serviceId: string;
  readonly beds: number;
  /** How many beds have gone. */
  readonly removed: number;
  readonly endsAt: string;
}

/** Who counts. */
export type Counter = Pick<Caller, 'subject' | 'role'>;

/** What somebody saw, and when. */
export interface CountedThen extends CountsSeen {
  /** Left out or null: now. What is still to come counts as now, what is before the last count as then. */
  readonly countedAt?: Date | null;
}

/** What staff count in a pool beside what holds say of it. */
export interface Reconciliation {
  readonly poolId: string;
  readonly name: string;
  readonly occupied: number;
  /** Role of the person who counted last. Null: the directory, or not known. */
  readonly countedBy: Role | null;
  /** Beds of people who arrived on a hold and have not checked out. */
  readonly placed: number;
}

/** A shelter as somebody finds it who asks for beds there. */
export interface Shelter {
  readonly service: ServiceRef;
  readonly intake: Intake;
  readonly availability: AvailabilitySnapshot;
  /** Beds that the organization that asks holds here and nobody has arrived for; counted only where there is a limit. */
  readonly alreadyHeld: number;
  /** The time of some hold is over, or of beds that are free, and nobody has seen to that yet. */
  readonly someAreOver: boolean;
}

/** Everything of capacity, in one transaction. */
export interface CapacityTransaction extends KeepsAnswers {
  service(serviceId: string): Promise<ServiceRef | null>;
  /** Stores the service and answers what was known of it before. */
  putService(service: ServiceRef): Promise<ServiceRef | null>;
  /** A pool that is not closed. */
  pool(poolId: string): Promise<BedPoolView | null>;
  /** Keeps every other change of the service's beds waiting until this transaction ends; a service that is not there has none. */
  lockBeds(serviceId: string): Promise<void>;
  /** As {@link lockBeds}, for the service of a pool, which it answers; null when there is no such pool or it is closed. */
  lockBedsOfPool(poolId: string): Promise<string | null>;
  /** Pools of a service, also those that are closed. */
  poolsOf(serviceId: string): Promise<readonly StoredPool[]>;
  /** Adds a pool that a person counted just now. */
  addPool(pool: NewPool, by: Counter): Promise<BedPoolView>;
  /** Sets what was seen, when the version is the expected one and the counts fit; null when not. */
  setCounts(poolId: string, expectedVersion: number, seen: CountedThen, by: Counter): Promise<BedPoolView | null>;
  /** Adds, replaces or opens a pool by the directory's word; answers whether that changed anything. */
  putFromDirectory(pool: DirectoryCounts, stored: StoredPool | null): Promise<boolean>;
  /** Takes a pool that nobody counted out of sight; `counts`: what is still held. */
  closePool(poolId: string, counts: BedCounts): Promise<void>;
  hold(holdId: string): Promise<StoredHold | null>;
  /** A case reference that no hold and nobody on a list has. */
  newCaseReference(): Promise<string>;
  /** Takes the beds that a locked service has free, all of them; the hold begins now, by the database's clock. */
  claimBeds(hold: NewHold): Promise<StoredHold>;
  /** Moves a hold that is in the state the verb starts from, in its time and of this version; null when it is not. */
  moveHold(holdId: string, verb: HoldVerb, expectedVersion: number, subject: string): Promise<StoredHold | null>;
  /** The shelter's yes to a hold that waits for it; null when it does not, or is of another version. */
  acceptHold(holdId: string, expectedVersion: number, subject: string): Promise<StoredHold | null>;
  /** Ends the holds of a locked service whose time is over, and answers them. */
  expireDueHolds(serviceId: string): Promise<readonly StoredHold[]>;
  /** Declines all that is held in time at a locked service. */
  declineHolds(serviceId: string): Promise<void>;
  intake(serviceId: string): Promise<Intake>;
  putIntake(serviceId: string, intake: Intake, subject: string): Promise<void>;
  /** Opens the door if its time has come; answers whether it did. */
  openDueDoor(serviceId: string): Promise<boolean>;
  /** {@link lockBeds}, and what somebody of the organization has to know who asks for beds there; null where there is no service. */
  lockShelter(serviceId: string, organizationId: string | null): Promise<Shelter | null>;
  waiting(id: string): Promise<StoredWaiting | null>;
  /** To whom a hold is offered; null when it is no offer. */
  offeredTo(holdId: string): Promise<StoredWaiting | null>;
  /** Who waits at a service, in time and without an offer, first come first. */
  inLine(serviceId: string): Promise<readonly StoredWaiting[]>;
  join(waiting: NewWaiting): Promise<void>;
  /** The hold is for who waits there; once they take it, the shelter has so many minutes to accept (null: it need not). */
  offer(waitingId: string, holdId: string, acceptanceMinutes: number | null): Promise<void>;
  /** Who waits leaves, when they are of that version. */
  leave(waitingId: string, expectedVersion: number, subject: string): Promise<void>;
  /** Ends the waits at a locked service whose time is over; answers how many. */
  expireWaits(serviceId: string): Promise<number>;
  /** Nobody waits at a locked service any longer. */
  endWaits(serviceId: string): Promise<void>;
  /** An offered hold is taken: it lasts for so many minutes from now; null when it is no offer, or of another version. */
  takeOffer(holdId: string, expectedVersion: number, minutes: number, subject: string): Promise<StoredHold | null>;
  addSurge(surge: Pick<SurgeView, 'id' | 'poolId' | 'beds' | 'endsAt'>, subject: string): Promise<BedPoolView | null>;
  surge(id: string): Promise<SurgeView | null>;
  /** Its time is over now, and who ended it is on record with it and with the beds that go. */
  endSurge(id: string, subject: string): Promise<void>;
  /** Pools of a service of which staff have said how many beds there are, and that there are some. */
  poolsWithGivenTotal(serviceId: string): Promise<ReadonlySet<string>>;
  /** Beds of surges at a service that are over, by pool: each goes as soon as it is free. */
  leavingBeds(serviceId: string): Promise<ReadonlyMap<string, number>>;
  /** Takes away what is free of surges at a locked service that are over; answers how many beds went. */
  removeDueSurges(serviceId: string): Promise<number>;
  /** When the stay of somebody who has arrived should end; null when nobody has on that hold, or it is of another version. */
  extendStay(holdId: string, expectedVersion: number, expectedEnd: string | null, subject: string): Promise<StoredHold | null>;
  /** A hold that is in its time and no offer lasts for so many minutes from now, or as long as it did if that is longer; null when it is none. */
  extendHold(holdId: string, expectedVersion: number, minutes: number, subject: string): Promise<StoredHold | null>;
  /** Does the work and undoes it again when it is not to be kept. */
  allOrNothing<T>(work: () => Promise<{ readonly keep: boolean; readonly value: T }>): Promise<T>;
  /** Gives the service's beds their next sequence and tells the world. */
  announce(serviceId: string): Promise<void>;
  /** Makes the next event of each key newer than any before, however far the database has gone back. */
  leapSequences(): Promise<void>;
  /** Whether anybody ever heard of the service's beds, as far as this database knows. */
  wasToldOf(serviceId: string): Promise<boolean>;
  /** Tells those who follow to forget the beds of the service. */
  forgetBeds(serviceId: string): void;
  /** Everybody will have heard anew of a locked service's beds; answers whether that is news. */
  settleRetelling(serviceId: string): Promise<boolean>;
  /** Tells of the holds at a locked service that have not ended, as they are. */
  tellHolds(serviceId: string): Promise<void>;
  /** {@link claimBeds} and {@link announce} in one statement. */
  claimAndAnnounce(hold: NewHold): Promise<StoredHold>;
  /** Tells the world that the service has no beds and then to forget them, when it was ever told of them; their sequence goes on when they come back. */
  withdrawBeds(serviceId: string): Promise<void>;
}

/** Which services a subscriber asks for; a part that is null does not narrow. */
export interface AvailabilityScope {
  readonly serviceIds: readonly string[] | null;
  readonly organizationId: string | null;
  readonly country: string | null;
}

/** Whose beds are to be changed: of services, or of that to which a pool, a hold, a place on a list or beds for some time belong. */
export type BedsOf =
  | { readonly serviceIds: readonly string[] }
  | { readonly poolId: string }
  | { readonly holdId: string }
  | { readonly waitingId: string }
  | { readonly surgeId: string };

/** Reads without a transaction: the embedded database has one session, and a held transaction keeps all others waiting. */
export interface Capacity {
  readonly clock: Clock;
  /**
   * All or nothing. Calls for the same shelter take turns before they have a connection, and only the beds that are named can be
   * locked. Throws ShelterBusy when too many stand in line, or somebody keeps the shelter.
   */
  changing<T>(beds: BedsOf, work: (tx: CapacityTransaction) => Promise<T>): Promise<T>;
  /** The same for the sweeper, which comes again: it stands in no line, and does not wait for who keeps the shelter; null then. */
  tidying<T>(serviceId: string, work: (tx: CapacityTransaction) => Promise<T>): Promise<T | null>;
  /** The case reference that a caller gives, in its one spelling, or what to do instead. */
  readCaseReference(text: string): Result<string, string>;
  /** Whether the service has arrived, withdrawn or not. */
  hasService(serviceId: string): Promise<boolean>;
  /** The beds of a service that is not withdrawn; null when there is none. */
  availability(serviceId: string): Promise<AvailabilitySnapshot | null>;
  /** The rooms of a service that is not withdrawn and takes somebody now; null where there is none, or its rule is not known. */
  roomsThatTake(serviceId: string): Promise<readonly PlacingPool[] | null>;
  /** A page of the scope in order of service id. Services without pools only where the scope names them by id. */
  availabilityPage(scope: AvailabilityScope, afterServiceId: string): Promise<readonly AvailabilitySnapshot[]>;
  intake(serviceId: string): Promise<Intake>;
  waiting(id: string): Promise<StoredWaiting | null>;
  /** Who waits at a service or has an offer there, first come first. */
  waitlist(serviceId: string): Promise<readonly StoredWaiting[]>;
  /** Who waits or has an offer at any service, the longest first, 1,000 at the most. */
  waits(reach: Reach): Promise<readonly StoredWaiting[]>;
  hold(holdId: string): Promise<StoredHold | null>;
  /** A page of the holds that have not ended, of one service (null: of all), in order of id. */
  activeHolds(serviceId: string | null, afterId: string | null): Promise<readonly StoredHold[]>;
  /** Holds at any service that have not ended, what ends by itself first, 1,000 at the most. */
  openHolds(reach: Reach): Promise<readonly StoredHold[]>;
  surges(serviceId: string): Promise<readonly SurgeView[]>;
  /** Services where a bed can go whose time is over, a few at a time. */
  servicesWithDueSurges(): Promise<readonly string[]>;
  /** What staff or the directory call the pools of a service that are not closed, by id. */
  poolNames(serviceId: string): Promise<ReadonlyMap<string, string>>;
  /** Services of whose beds everybody has to hear anew, a few at a time. */
  servicesToRetell(): Promise<readonly string[]>;
  /** What is counted and what is placed, pool by pool. */
  reconciliation(serviceId: string): Promise<readonly Reconciliation[]>;
  service(serviceId: string): Promise<ServiceRef | null>;
  /** Services whose door is to open by itself, a few at a time. */
  servicesWithDueDoors(): Promise<readonly string[]>;
  /** Services where somebody waits whose time is over, a few at a time. */
  servicesWithDueWaits(): Promise<readonly string[]>;
  /** Services with a hold whose time is over, a few at a time. */
  servicesWithDueHolds(): Promise<readonly string[]>;
  /** The next services, withdrawn ones included, in order of id. */
  servicesAfter(id: string): Promise<readonly string[]>;
  /** Changes within the span, with the last one of each pool before it, in order of time. */
  occupancyChanges(serviceId: string, span: Span): Promise<readonly OccupancyChange[]>;
}
