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

/** Facts about a stored record that need no reading of it. */
export interface RecordSummary {
  readonly source: string;
  /** The source that first brought it, even if somebody here changed it later. */
  readonly origin: string;
  readonly digest: string;
  /** It came from an export that contains only a part of it. */
  readonly isRedacted: boolean;
}

/** The HSDS objects and their nestings, as far as the registry's own role may see them. */
export interface RecordStore {
  summaries(object: ObjectName, ids: readonly string[]): Promise<ReadonlyMap<string, RecordSummary>>;
  /**
   * Inserts or replaces the records' own properties, not their nestings. `origin`: the source with which new records are exported, if not
   * `source`.
   */
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
  /** The next records of an object that cannot reveal a place, by id: of all sources, or of those that an export of `source` contains. */
  after(object: ObjectName, id: string, limit: number, source?: string): Promise<readonly HsdsRecord[]>;
  /** Services and locations among these, or that contain any of these at whatever depth. */
  holdersAround(keys: readonly RecordKey[]): Promise<readonly RecordKey[]>;
}

/** Places that an organization entered itself: public and confidential ones, and public ones that it has left. */
export interface EnteredPlaces {
  /** Records each place with the cell in which it was entered. */
  note(organizationId: string, cells: ReadonlyMap<string, string>): Promise<void>;
  /** Records that public places are gone: a directory that still has one must not bring it back as if somebody had entered it. */
  leave(organizationId: string, cells: ReadonlyMap<string, string | null>): Promise<void>;
  /** Public places that the organization left in one of these cells, or in an unknown cell. */
  leftIn(organizationId: string, cells: readonly string[]): Promise<readonly string[]>;
  /** Those of these places that somebody entered as public. */
  openAmong(locationIds: readonly string[]): Promise<readonly string[]>;
}

/** Keys of the vault, and which places are confidential. */
export interface LocationVault {
  /** Public cell of each of these that is registered as confidential; null if it has no position yet. */
  cells(locationIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Registers a confidential place; a cell that is set is never changed. */
  fixCell(locationId: string, cell: string | null): Promise<void>;
  /** Keyed fingerprint of a text that may be secret: equal texts have equal fingerprints, and nobody can guess the text from it. */
  fingerprint(text: string): Promise<string>;
  /** Rejects with a KeyProblem if sealed data needs a key that is missing; an empty vault remembers the given key. */
  failOnForeignKeys(): Promise<void>;
  /**
   * Seals the next few records again that were sealed with an older key, by id. `last` is the last one it looked at, null when none is
   * left. Records that cannot be opened stay as they are.
   */
  resealAfter(key: string): Promise<{ readonly last: string | null; readonly resealed: number; readonly unreadable: number }>;
  /** Moves some data that the version before stored to its present place. Returns how many rows, 0 when all are done. */
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

/** The parts of an entry that an export needs. */
export interface ExportedEntry {
  readonly serviceId: string;
  readonly organizationId: string;
  readonly hsds: JsonObject;
  readonly confidential: boolean;
}

/** The published entries, one for each service. */
export interface EntryStore {
  /** Reads entries and locks them until the end of the transaction. */
  lock(serviceIds: readonly string[]): Promise<ReadonlyMap<string, StoredEntry>>;
  put(entries: readonly StoredEntry[]): Promise<void>;
  /** Computes the values stored beside these entries again; the entries themselves stay. */
  note(entries: readonly StoredEntry[]): Promise<void>;
  find(serviceId: string): Promise<ServiceView | null>;
  ofOrganization(organizationId: string): Promise<readonly ServiceView[]>;
  page(query: ServiceQuery): Promise<ServicePage>;
  /** Makes every entry, withdrawn or not, go out again when it is published next, even if it is unchanged. */
  forgetDigests(): Promise<void>;
  /** The next entries by id, withdrawn services included: of all sources, or of those that an export of `source` contains. */
  exported(after: string, limit: number, source?: string): Promise<readonly ExportedEntry[]>;
  /** Records permanently that these organizations have a confidential place. Returns the services of those that had none before. */
  closeOrganizations(organizationIds: readonly string[]): Promise<readonly string[]>;
  /** Those of these organizations that have a confidential place. */
  closedOrganizations(organizationIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those, and those with a place that waits for a person or was refused: their own texts are not shown. */
  silentOrganizations(organizationIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Texts of services with a confidential place that somebody of the organization released. */
export interface ReleasedTexts {
  /** Digest of the released texts, by service. */
  of(serviceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Null: no text is released any more. */
  set(serviceId: string, digest: string | null): Promise<void>;
}

/** A place that waits for a review. */
export interface WaitingPlace {
  readonly locationId: string;
  readonly organizationId: string;
  readonly source: string;
  readonly since: string;
}

/** Reviews: places that may be confidential ones, and what coordinators decided. */
export interface PlaceReviews {
  /** Adds those that have no decision yet. Returns those that begin to wait. */
  add(places: readonly Omit<WaitingPlace, 'since'>[]): Promise<readonly string[]>;
  /** The state of each of these that ever waited. */
  decided(locationIds: readonly string[]): Promise<ReadonlyMap<string, 'WAITING' | 'PUBLIC' | 'REFUSED'>>;
  decide(locationIds: readonly string[], state: 'PUBLIC' | 'REFUSED'): Promise<void>;
  /** Locks a place that waits; null if it does not wait. */
  lock(locationId: string): Promise<WaitingPlace | null>;
  /** The next places that wait, the oldest first. */
  page(after: Pick<WaitingPlace, 'since' | 'locationId'> | null, first: number): Promise<Page<WaitingPlace>>;
}

/** Published data of places that are now confidential may still be in the database files: in old versions of rows, and in logs. */
export interface Leftovers {
  /** Records that there is some; it is removed later, when others may wait. */
  note(): Promise<void>;
}

/** Services whose records changed since they were published. */
export interface DirtyServices {
  /**
   * Locks them against publishers as well. A use case that changes a service takes this lock before that of its entry, as publishers do.
   */
  mark(serviceIds: readonly string[]): Promise<void>;
  /**
   * Marks all services that were ever published, withdrawn or not. Nobody else marks any until the transaction ends. Call this first in it.
   */
  markAll(): Promise<void>;
  /** Marks services whose texts and terms must be read again after a decision. Waits for transactions that are reading one of them. */
  markUnread(serviceIds: readonly string[], decisionId: string): Promise<void>;
  /** Takes some whose texts and terms must be read again; each is taken once. */
  takeUnread(limit: number): Promise<readonly string[]>;
  /** Takes these. */
  clearUnread(serviceIds: readonly string[]): Promise<void>;
  /** Takes some that no import holds, and locks them against other takers. */
  take(limit: number): Promise<readonly string[]>;
  clear(serviceIds: readonly string[]): Promise<void>;
}

/** One run of an import. If it is repeated after a crash, that is another run of the same source. */
export interface ImportRun {
  readonly source: string;
  readonly run: string;
}

/**
 * Services and locations that an import still holds: what makes a place confidential may not have been read yet, so none of them is
 * published. Several imports may hold one record; each run releases only what it holds itself.
 */
export interface Deferrals {
  add(run: ImportRun, keys: readonly RecordKey[]): Promise<void>;
  /** Whether an earlier run of this source broke off. */
  isLeftBehind(run: ImportRun): Promise<boolean>;
  /** Lets this run take over what an earlier run of its source holds of these. */
  takeOver(run: ImportRun, keys: readonly RecordKey[]): Promise<void>;
  release(run: ImportRun): Promise<void>;
  /** Some services or locations that this run holds, by id, after the given one. */
  deferredAfter(run: ImportRun, object: 'service' | 'location', id: string, limit: number): Promise<readonly string[]>;
  /** Key texts of those of these services and locations that any import holds. */
  among(keys: readonly RecordKey[]): Promise<ReadonlySet<string>>;
  /** Holds the service for as long as its place is held. */
  passOn(locationId: string, serviceId: string): Promise<void>;
}

/** A record that refers to one which was not there when it was read. */
export interface PendingReference {
  readonly file: string;
  readonly row: number | null;
  readonly record: RecordKey;
  readonly property: string;
  readonly missing: RecordKey;
}

/** References to check again when the whole import has been read. */
export interface PendingReferences {
  add(source: string, references: readonly PendingReference[]): Promise<void>;
  /** References whose target is still not there, from `after` on; `next` is null at the end. */
  unresolved(source: string, after: string): Promise<{ readonly references: readonly PendingReference[]; readonly next: string | null }>;
  clear(source: string): Promise<void>;
}

/** A publisher's id, and the public id that replaces it. */
export interface PublisherId extends RecordKey {
  readonly publisherId: string;
}

/** A stored record, and the record of another source under the same id of a publisher. */
export interface Copy {
  readonly key: RecordKey;
  readonly copyId: string;
  readonly publisherId: string;
}

/** Publishers' ids that cannot be public ids, because another source has them already. Keys of the maps are key texts. */
export interface PublisherIds {
  publicIds(source: string, publisherKeys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>>;
  publisherIds(source: string, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>>;
  /** The source of each of these that is stored in the open or claimed. */
  owners(keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>>;
  /** Records these permanently; existing ones stay. */
  assign(source: string, ids: readonly PublisherId[]): Promise<void>;
  /** Records of other sources under the publisher's id of each of these. */
  copies(keys: readonly RecordKey[]): Promise<readonly Copy[]>;
  /** The same of all records that are confidential by themselves, without a place: those of their copies that are open. */
  openCopies(): Promise<readonly Copy[]>;
  /** The next ids of the source, after the given one. */
  after(source: string, last: PublisherId | null, limit: number): Promise<readonly PublisherId[]>;
}

/** A directory that was imported. */
export interface KnownSource {
  readonly name: string;
  /** The path of the file that was read last; null if it is not known. */
  readonly path: string | null;
}

/** An object as a directory names it, under its publisher's id. */
export interface NamedObject extends RecordKey {
  readonly name: string | null;
}

/** An object that a source has under an id. */
export interface StoredObject extends NamedObject {
  readonly source: string;
  /** It is a public id that no publisher uses. */
  readonly isPublic: boolean;
}

/** The sources of all stored records. */
export interface DirectorySources {
  all(): Promise<readonly KnownSource[]>;
  note(source: KnownSource): Promise<void>;
  /** Records that a file of this source was read completely. */
  noteImported(name: string): Promise<void>;
  /** What each source has under these publishers' ids. */
  having(keys: readonly RecordKey[]): Promise<readonly StoredObject[]>;
  /** Names of the organizations that both have under the same publishers' ids; null if one of the two has no organization. */
  sharedOrganizations(first: string, second: string): Promise<readonly (readonly [string | null, string | null])[] | null>;
  /** Sources that have anything to export. */
  stored(): Promise<readonly string[]>;
}

/** An event that is sent with the transaction. */
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
  /** Finds towns by name, without leaving the machine. Throws {@link TownsUnread} if their names are not read yet. */
  towns(): FindTown;
  emit(events: readonly ServiceEvent[]): Promise<void>;
  /** Replaces unsent events of these services: older ones revealed more and must not go out. */
  replaceUnsent(events: readonly ServiceEvent[]): Promise<void>;
  /** Services with an unsent event that contains one of these ids. */
  unsentAbout(ids: readonly string[]): Promise<readonly string[]>;
  /** Makes the next event of each service newer than any before, however old the restored database is. */
  leapSequences(): Promise<void>;
}

/** Reading the names of towns takes seconds, so it must not happen in an open transaction. */
export class TownsUnread extends Error {
  constructor() {
    super('Towns are not read yet.');
  }
}

/** The registry's database. */
export interface Registry {
  readonly clock: Clock;
  /**
   * Work that needs towns before they are read is rolled back and repeated once they are read, so that no transaction stays open meanwhile.
   */
  transaction<T>(work: (tx: RegistryTransaction) => Promise<T>): Promise<T>;
  /** Reads the names of towns, for work that cannot be repeated. */
  readTowns(): Promise<void>;
}
