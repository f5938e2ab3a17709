import type { HsdsRecord, JsonObject, ObjectName } from '../hsds/record.js';

/** Which part of a list: skip this many, then take this many. */
export interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** Filters for services. A null field does not restrict. */
export interface ListedServices extends Slice {
  readonly text: string | null;
  readonly taxonomyTermId: string | null;
  readonly taxonomyId: string | null;
  readonly organizationId: string | null;
  /** Instant: services that were published at that time or later. */
  readonly modifiedAfter: string | null;
}

/** Filters for services at places. `postalCode`: that of a public address. */
export interface ListedPlaces extends ListedServices {
  readonly postalCode: string | null;
}

/** Filters for organizations, taxonomies or terms. A null field does not restrict. */
export interface ListedRecords extends Slice {
  readonly object: 'organization' | 'taxonomy' | 'taxonomy_term';
  /** Words in the name. */
  readonly text: string | null;
  readonly taxonomyId: string | null;
  readonly parentId: string | null;
  /** Only terms without a parent. */
  readonly topOnly: boolean;
}

/** A part of a list, and the length of the whole list. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** A published service. */
export interface PublishedService {
  readonly id: string;
  readonly hsds: JsonObject;
  /** Instant of the last publication with new content. */
  readonly modifiedAt: string;
}

/** A published service at one of its places, which is `place`. */
export interface PublishedPlace extends PublishedService {
  readonly place: JsonObject;
}

/** A service was published with new content, or withdrawn. Only its last change is listed. */
export interface ServiceChange {
  readonly id: string;
  readonly modifiedAt: string;
  readonly withdrawn: boolean;
  /** Its position among all changes. */
  readonly position: string;
}

/** A position in the change feed. `epoch` differs after a restore of the database; then readers start again. */
export interface ChangePlace {
  readonly epoch: string;
  readonly position: string;
  readonly id: string;
}

/** Lists of published data, with a count and any starting point. */
export interface PublishedListing {
  services(query: ListedServices): Promise<Listed<PublishedService>>;
  places(query: ListedPlaces): Promise<Listed<PublishedPlace>>;
  service(id: string): Promise<PublishedService | null>;
  /** Records that cannot reveal a place, by name, as stored. */
  records(query: ListedRecords): Promise<Listed<HsdsRecord>>;
  /** Id of a service that shows this record. */
  serviceOf(object: ObjectName, id: string): Promise<string | null>;
  epoch(): Promise<string>;
  /** Changes in commit order, after a position. Changes of transactions that may still be open come later. */
  changes(after: ChangePlace | null, limit: number): Promise<readonly ServiceChange[]>;
}
