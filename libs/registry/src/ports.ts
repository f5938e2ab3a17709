import type { FindTown } from '@haven/gazetteer';
import type { ServiceSnapshot, ServiceView } from '@haven/events';
import type { Clock } from '@haven/kernel';
import type { KeepsAnswers } from '@haven/use-case';
import type { TermDecisions, UnclearTerms } from './decision-ports.js';
import type { HsdsRecord, JsonObject, ObjectName } from './hsds/record.js';
import type { Relation, RecordKey } from './hsds/relation.js';
import type { ServicePage, ServiceQuery } from './search/service-query.js';
import type { PublishedListing } from './listing/published-listing.js';
import type { DirectoryQuality, ServicePairs, ServiceRoll } from './quality/quality-ports.js';
import type { Page } from './page.js';

export type * from './decision-ports.js';

/** What is known of a stored record without reading it. */
export interface RecordSummary {
  readonly source: string;
  /** Source that brought it, also when somebody here changed it since. */
  readonly origin: string;
  readonly digest: string;
  /** It came from an export that has only a part of it. */
  readonly isRedacted: boolean;
}

/** The HSDS objects and their nestings, as the registry's own role may see them. */
export interface RecordStore {
  summaries(object: ObjectName, ids: readonly string[]): Promise<ReadonlyMap<string, RecordSummary>>;
  /** Inserts or replaces the records' own properties; nestings apart. `origin`: of new ones that go out with another source. */
  put(source: string, records: readonly HsdsRecord[], origin?: string): Promise<void>;
  /** Key texts of those that are stored. */
  existing(keys: readonly RecordKey[]): Promise<ReadonlySet<string>>;
  /** Stored records in any order, without their nestings. */
  get(keys: readonly RecordKey[]): Promise<readonly HsdsRecord[]>;
  remove(keys: readonly RecordKey[]): Promise<void>;
  childrenOf(parents: readonly RecordKey[]): Promise<readonly Relation[]>;
  parentsOf(children: readonly RecordKey[]): Promise<readonly Relation[]>;
  /** Those of these nestings that are stored. */
  related(relations: readonly Relation[]): Promise<readonly Relation[]>;
  relate(relations: readonly Relation[]): Promise<void>;
  unrelate(relations: readonly Relation[]): Promise<void>;
  /** The next records of an object that can tell no place, in the order of their ids: all, or what a source exports. */
  after(object: ObjectName, id: string, limit: number, source?: string): Promise<readonly HsdsRecord[]>;
  /** Services and locations that hold any of these or are among them, at whatever depth. */
  holdersAround(keys: readonly RecordKey[]): Promise<readonly RecordKey[]>;
}

/** Places that an organization entered itself, public and confidential ones, and public ones that it left. */
export interface EnteredPlaces {
  /** Each with the cell in which it was entered. */
  note(organizationId: string, cells: ReadonlyMap<string, string>): Promise<void>;
  /** Public places that are gone: a directory that still has one must not bring it back as if it were entered. */
  leave(organizationId: string, cells: ReadonlyMap<string, string | null>): Promise<void>;
  /** Open places that the organization left in one of these cells, or nobody knows where. */
  leftIn(organizationId: string, cells: readonly string[]): Promise<readonly string[]>;
  /** Those of these places that somebody entered as public. */
  openAmong(locationIds: readonly string[]): Promise<readonly string[]>;
}

/** Keys of the vault, and which places are confidential. */
export interface LocationVault {
  /** Public cell of each of these that is registered as confidential; null: it has no position yet. */
  cells(locationIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Registers a confidential place; a cell that is set is never changed. */
  fixCell(locationId: string, cell: string | null): Promise<void>;
  /** Keyed fingerprint of a text that may hold a secret: equal texts are known as equal, and none can be guessed. */
  fingerprint(text: string): Promise<string>;
  /** Rejects with a KeyProblem when something sealed needs a key that is not given; an empty vault remembers the given one. */
  failOnForeignKeys(): Promise<void>;
  /**
   * Seals the next few anew that another key than the newest has sealed, in the order of their ids. `last` is the last one that
   * was looked at, null when none is left; what cannot be opened stays as it is.
   */
  resealAfter(key: string): Promise<{ readonly last: string | null; readonly resealed: number; readonly unreadable: number }>;
  /** Moves some of what the version before stored to where it belongs now; answers how many, 0 when all is done. */
  adoptOlder(): Promise<number>;
}

/** A published entry. */
export interface StoredEntry {
  readonly view: ServiceView;
  readonly digest: string;
  readonly version: number;
  readonly verifiedAt: string | null;
  readonly withdrawn: boolean;
}

/** What an export takes of an entry. */
export interface ExportedEntry {
  readonly serviceId: string;
  readonly organizationId: string;
  readonly hsds: JsonObject;
  readonly confidential: boolean;
}

/** What is published: one entry a service. */
export interface EntryStore {
  /** Reads entries and locks them until the end of the transaction. */
  lock(serviceIds: readonly string[]): Promise<ReadonlyMap<string, StoredEntry>>;
  put(entries: readonly StoredEntry[]): Promise<void>;
  /** Works out again what is noted beside these entries, which stay as they are. */
  note(entries: readonly StoredEntry[]): Promise<void>;
  find(serviceId: string): Promise<ServiceView | null>;
  ofOrganization(organizationId: string): Promise<readonly ServiceView[]>;
  page(query: ServiceQuery): Promise<ServicePage>;
  /** Lets every entry, withdrawn or not, be told anew when it is published next, though it says the same. */
  forgetTold(): Promise<void>;
  /** The next entries in the order of their ids, withdrawn services included: all, or what a source exports. */
  exported(after: string, limit: number, source?: string): Promise<readonly ExportedEntry[]>;
  /** Notes for good that these organizations have a confidential place. Answers the services of those that had none before. */
  closeOrganizations(organizationIds: readonly string[]): Promise<readonly string[]>;
  /** Those of these organizations that have one. */
  closedOrganizations(organizationIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Texts of services with a confidential place that somebody of the organization released. */
export interface ReleasedTexts {
  /** Digest of the texts that were released, by service. */
  of(serviceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Null: none any more. */
  set(serviceId: string, digest: string | null): Promise<void>;
}

/** A place that waits for a person. */
export interface WaitingPlace {
  readonly locationId: string;
  readonly organizationId: string;
  readonly source: string;
  readonly since: string;
}

/** New places of organizations with a confidential one, and what persons decided of them. */
export interface PlaceReviews {
  /** Lets these wait, unless they were decided. Answers which wait from now on. */
  add(places: readonly Omit<WaitingPlace, 'since'>[]): Promise<readonly string[]>;
  /** What became of each of these that ever waited. */
  decided(locationIds: readonly string[]): Promise<ReadonlyMap<string, 'WAITING' | 'PUBLIC' | 'REFUSED'>>;
  decide(locationIds: readonly string[], state: 'PUBLIC' | 'REFUSED'): Promise<void>;
  /** One that waits, locked; null when it does not. */
  lock(locationId: string): Promise<WaitingPlace | null>;
  /** The next that wait, the oldest first. */
  page(after: Pick<WaitingPlace, 'since' | 'locationId'> | null, first: number): Promise<Page<WaitingPlace>>;
}

/** What was shown of places that are confidential now may still lie in the files: in old versions of rows, and in logs. */
export interface Leftovers {
  /** There is some; it is removed later, in an hour when others may wait. */
  note(): Promise<void>;
}

/** Services whose records changed since they were published. */
export interface DirtyServices {
  /** Locks them against publishers as well. Whoever changes a service takes this before its entry, as a publisher does. */
  mark(serviceIds: readonly string[]): Promise<void>;
  /** All that were ever published, withdrawn or not; nobody else marks any until the transaction ends. Comes first in it. */
  markAll(): Promise<void>;
  /** Lets the words of these be read anew, because of a decision; whoever reads one of them meanwhile is waited for. */
  markUnread(serviceIds: readonly string[], decisionId: string): Promise<void>;
  /** Takes some whose words have to be read anew: they are read once. */
  takeUnread(limit: number): Promise<readonly string[]>;
  /** Takes these. */
  clearUnread(serviceIds: readonly string[]): Promise<void>;
  /** Takes some that no import holds, locked against other takers. */
  take(limit: number): Promise<readonly string[]>;
  clear(serviceIds: readonly string[]): Promise<void>;
}

/** One run of an import. A repetition after a crash is another run of the same source. */
export interface ImportRun {
  readonly source: string;
  readonly run: string;
}

/**
 * Services and locations that an import is not done with: what makes a place confidential may not have been read yet, so
 * none of them is published. A record may be held by several imports; each releases only what its own run holds.
 */
export interface Deferrals {
  add(run: ImportRun, keys: readonly RecordKey[]): Promise<void>;
  /** Whether an earlier run of this source broke off. */
  isLeftBehind(run: ImportRun): Promise<boolean>;
  /** Makes this run answer for what an earlier run of its source holds of these. */
  takeOver(run: ImportRun, keys: readonly RecordKey[]): Promise<void>;
  release(run: ImportRun): Promise<void>;
  /** Some services or locations that this run holds, ordered, after the given id. */
  deferredAfter(run: ImportRun, object: 'service' | 'location', id: string, limit: number): Promise<readonly string[]>;
  /** Those of these services and locations that any import holds, as key texts. */
  among(keys: readonly RecordKey[]): Promise<ReadonlySet<string>>;
  /** Holds the service for as long as its place is held. */
  passOn(locationId: string, serviceId: string): Promise<void>;
}

/** A record that names another one which was not there when it was read. */
export interface PendingReference {
  readonly file: string;
  readonly row: number | null;
  readonly record: RecordKey;
  readonly property: string;
  readonly missing: RecordKey;
}

/** References to look at again when the whole import has been read. */
export interface PendingReferences {
  add(source: string, references: readonly PendingReference[]): Promise<void>;
  /** Those whose target still is not there, from `after` on; `next` is null at the end. */
  unresolved(source: string, after: string): Promise<{ readonly references: readonly PendingReference[]; readonly next: string | null }>;
  clear(source: string): Promise<void>;
}

/** An id of a publisher, and the public id that stands for it. */
export interface PublisherId extends RecordKey {
  readonly publisherId: string;
}

/** Which ids of publishers are not public ids themselves, since another source has them already. Maps are by key text. */
export interface PublisherIds {
  publicIds(source: string, publisherKeys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>>;
  publisherIds(source: string, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>>;
  /** The source of each of these that is stored in the open or claimed. */
  owners(keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>>;
  /** Notes these for good; one that is noted already stays. */
  assign(source: string, ids: readonly PublisherId[]): Promise<void>;
  /** What other sources have under the id that the publisher of each of these uses. */
  copies(keys: readonly RecordKey[]): Promise<readonly { readonly key: RecordKey; readonly copyId: string }[]>;
  /** What is open so far of which another source has a copy that is secret by itself, without a place. */
  openCopies(): Promise<readonly { readonly key: RecordKey; readonly closed: RecordKey }[]>;
  /** Some of the source, ordered, after the given one. */
  after(source: string, last: PublisherId | null, limit: number): Promise<readonly PublisherId[]>;
}

/** A directory that was imported. */
export interface KnownSource {
  readonly name: string;
  /** Where it was read last; null: not known. */
  readonly path: string | null;
}

/** What a directory says of an object, by the id of its publisher. */
export interface NamedObject extends RecordKey {
  readonly name: string | null;
}

/** What a source has under an id. */
export interface StoredObject extends NamedObject {
  readonly source: string;
  /** It is a public id that no publisher uses. */
  readonly isPublic: boolean;
}

/** The sources of all that is stored. */
export interface DirectorySources {
  all(): Promise<readonly KnownSource[]>;
  note(source: KnownSource): Promise<void>;
  /** All of a file of this source is read. */
  noteImported(name: string): Promise<void>;
  /** What each source has under these ids of publishers. */
  having(keys: readonly RecordKey[]): Promise<readonly StoredObject[]>;
  /** Names of the organizations that two have under the same ids of their publishers; null: one of the two has none at all. */
  sharedOrganizations(first: string, second: string): Promise<readonly (readonly [string | null, string | null])[] | null>;
  /** Those that have anything to export. */
  stored(): Promise<readonly string[]>;
}

/** An event to go out with the transaction. */
export type ServiceEvent = { readonly serviceId: string; readonly snapshot: ServiceSnapshot | null };

/** Everything of the registry, in one transaction. */
export interface RegistryTransaction extends KeepsAnswers {
  readonly records: RecordStore;
  readonly vault: LocationVault;
  readonly entered: EnteredPlaces;
  readonly entries: EntryStore;
  readonly listing: PublishedListing;
  readonly dirty: DirtyServices;
  readonly deferrals: Deferrals;
  readonly pending: PendingReferences;
  readonly sources: DirectorySources;
  readonly publisherIds: PublisherIds;
  readonly releasedTexts: ReleasedTexts;
  readonly reviews: PlaceReviews;
  readonly unclear: UnclearTerms;
  readonly decisions: TermDecisions;
  readonly quality: DirectoryQuality;
  readonly roll: ServiceRoll;
  readonly pairs: ServicePairs;
  readonly leftovers: Leftovers;
  /** Finds towns by name, without leaving the machine. Throws {@link TownsUnread} before they are read. */
  towns(): FindTown;
  emit(events: readonly ServiceEvent[]): Promise<void>;
  /** What waits to be sent of these services says the same as this: nothing older goes out, which told more. */
  replaceWaiting(events: readonly ServiceEvent[]): Promise<void>;
  /** Services of which an event waits to be sent that names one of these ids. */
  waitingAbout(ids: readonly string[]): Promise<readonly string[]>;
  /** Makes the next event of each service newer than any before, however far the database has gone back. */
  leapSequences(): Promise<void>;
}

/** Towns must be read first, which takes seconds: not while a transaction is open. */
export class TownsUnread extends Error {
  constructor() {
    super('Towns are not read yet.');
  }
}

/** The registry's database. */
export interface Registry {
  readonly clock: Clock;
  /** Work that needs towns before they are read is taken back and done again when they are, so that nobody waits for a transaction meanwhile. */
  transaction<T>(work: (tx: RegistryTransaction) => Promise<T>): Promise<T>;
  /** Reads what towns are called, for work that cannot be done twice. */
  readTowns(): Promise<void>;
}
