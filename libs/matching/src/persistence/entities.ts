import type { AvailabilitySnapshot, LocationPrecision, ServiceView } from '@haven/events';
import type { AdmissionRule } from '@haven/kernel';
import { EntitySchema } from 'typeorm';
import type { WeighedPool } from '../judging/candidate.js';
import type { Interpreter } from '../languages/interpreter.js';
import type { PlaceHours } from '../hours/place-hours.js';

/** The facts about a service, for any need. */
export interface ServiceRow {
  serviceId: string;
  organizationId: string;
  status: string;
  active: boolean;
  languages: string[];
  interpreters: Interpreter[];
  admission: AdmissionRule;
  /** Straight lines in longitude and latitude, as GeoJSON draws them; null: the service has no drawn area. */
  serviceArea: unknown;
  /** ISO 3166-1 alpha-2; beside the area, or alone. */
  areaCountries: string[];
  /** A part of its area cannot be read. */
  areaUnclear: boolean;
  /** Opening hours, computed when the event arrived. */
  hours: PlaceHours[];
  view: ServiceView;
  /** Digest of the snapshot. */
  version: string;
}

/** One place where a service meets one category of need. */
export interface SiteRow {
  category: string;
  serviceId: string;
  locationId: string;
  /** Null: not known. */
  position: unknown;
  latitude: number | null;
  longitude: number | null;
  precision: LocationPrecision;
  /** H3; not null: the place is somewhere in this cell, and the position is the centre of the cell, or of a town in it. */
  cell: string | null;
  country: string | null;
  active: boolean;
  /** Copied from the beds; for accommodation only. */
  isFull: boolean;
  /** Languages spoken and interpreted there, as keys. */
  speech: number[];
  /** The version of its service. */
  version: string;
  /** Its service has an area, clear or not. */
  hasArea: boolean;
  /** Its service has no other place. */
  isOnly: boolean;
}

/** Live counts, apart from the wide rows because they change often. */
export interface BedStateRow {
  serviceId: string;
  sequence: number;
  status: string;
  confirmedAt: string | null;
  /** The pools, for judging; matches also need the whole snapshot. */
  pools: WeighedPool[];
  snapshot: AvailabilitySnapshot;
  /** Digest of the snapshot. */
  version: string;
  /** Nobody can get a bed. */
  isFull: boolean;
}

const schema = 'matching';
const text = { type: 'text' } as const;

/** {@link ServiceRow} */
export const serviceEntity = new EntitySchema<ServiceRow>({
  name: 'MatchingService',
  tableName: 'service',
  schema,
  columns: {
    serviceId: { ...text, name: 'service_id', primary: true, primaryKeyConstraintName: 'service_pkey' },
    organizationId: { ...text, name: 'organization_id' },
    status: text,
    active: { type: 'boolean' },
    languages: { type: 'text', array: true },
    interpreters: { type: 'jsonb', default: [] },
    admission: { type: 'jsonb' },
    serviceArea: { type: 'geometry', name: 'service_area', spatialFeatureType: 'MultiPolygon', srid: 4326, nullable: true },
    areaCountries: { type: 'text', name: 'area_countries', array: true, default: '{}' },
    areaUnclear: { type: 'boolean', name: 'area_unclear', default: false },
    hours: { type: 'jsonb', default: [] },
    view: { type: 'jsonb' },
    version: { ...text, default: '' },
  },
});

/** {@link SiteRow} */
export const siteEntity = new EntitySchema<SiteRow>({
  name: 'MatchingSite',
  tableName: 'site',
  schema,
  columns: {
    category: { ...text, primary: true, primaryKeyConstraintName: 'site_pkey' },
    serviceId: { ...text, name: 'service_id', primary: true, primaryKeyConstraintName: 'site_pkey' },
    locationId: { ...text, name: 'location_id', primary: true, primaryKeyConstraintName: 'site_pkey' },
    position: { type: 'geography', spatialFeatureType: 'Point', srid: 4326, nullable: true },
    latitude: { type: 'double precision', nullable: true },
    longitude: { type: 'double precision', nullable: true },
    precision: { ...text, default: 'EXACT' },
    cell: { ...text, nullable: true },
    country: { ...text, nullable: true },
    active: { type: 'boolean' },
    isFull: { type: 'boolean', name: 'is_full', default: false },
    speech: { type: 'integer', array: true, default: '{}' },
    version: { ...text, default: '' },
    hasArea: { type: 'boolean', name: 'has_area', default: true },
    isOnly: { type: 'boolean', name: 'is_only', default: false },
  },
  indices: [
    { name: 'site_open', columns: ['category', 'position', 'speech'], synchronize: false },
    { name: 'site_by_category_and_position', columns: ['category', 'position'], synchronize: false },
    { name: 'site_by_service', columns: ['serviceId'] },
    { name: 'site_unplaced', columns: ['category', 'serviceId'], where: 'position IS NULL', synchronize: false },
  ],
});

/** {@link BedStateRow} */
export const bedStateEntity = new EntitySchema<BedStateRow>({
  name: 'MatchingBedState',
  tableName: 'bed_state',
  schema,
  columns: {
    serviceId: { ...text, name: 'service_id', primary: true, primaryKeyConstraintName: 'bed_state_pkey' },
    sequence: { type: 'integer' },
    status: text,
    confirmedAt: { ...text, name: 'confirmed_at', nullable: true },
    pools: { type: 'jsonb' },
    snapshot: { type: 'jsonb' },
    version: { ...text, default: '' },
    isFull: { type: 'boolean', name: 'is_full', default: false },
  },
});

/** Entities of the context, for opening its database. */
export const matchingEntities = [serviceEntity, siteEntity, bedStateEntity];
