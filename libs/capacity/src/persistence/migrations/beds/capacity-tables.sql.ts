import { groupRole } from '@haven/persistence';

/** Tables of bed counts. The CHECKs are the last line of defence: no faulty code can hold a bed that is not there. */
export const capacityTables: readonly string[] = [
  `CREATE TABLE capacity.service_ref (
    service_id text CONSTRAINT service_ref_pkey PRIMARY KEY,
    organization_id text NOT NULL,
    country text,
    active boolean NOT NULL
  )`,
  'CREATE INDEX service_ref_by_organization ON capacity.service_ref (organization_id)',

  `CREATE TABLE capacity.availability (
    service_id text CONSTRAINT availability_pkey PRIMARY KEY,
    sequence integer NOT NULL
  )`,

  `CREATE TABLE capacity.bed_pool (
    id uuid CONSTRAINT bed_pool_pkey PRIMARY KEY,
    service_id text NOT NULL,
    name text NOT NULL,
    admits jsonb NOT NULL,
    total integer NOT NULL,
    occupied integer NOT NULL,
    held integer NOT NULL,
    out_of_service integer NOT NULL,
    version integer NOT NULL,
    confirmed_at timestamptz,
    counted boolean NOT NULL,
    CONSTRAINT bed_pool_parts CHECK (total BETWEEN 0 AND 100000 AND occupied >= 0 AND held >= 0 AND out_of_service >= 0),
    CONSTRAINT bed_pool_free CHECK (occupied::bigint + held + out_of_service <= total)
  )`,
  'CREATE INDEX bed_pool_by_service ON capacity.bed_pool (service_id)',

  `CREATE TABLE capacity.occupancy_change (
    pool_id uuid NOT NULL,
    version integer NOT NULL,
    service_id text NOT NULL,
    at timestamptz NOT NULL,
    total integer NOT NULL,
    occupied integer NOT NULL,
    held integer NOT NULL,
    out_of_service integer NOT NULL,
    subject text,
    CONSTRAINT occupancy_change_pkey PRIMARY KEY (pool_id, version)
  )`,
  'CREATE INDEX occupancy_change_by_service ON capacity.occupancy_change (service_id, at)',

  ...groupRole('haven_capacity'),
  'GRANT USAGE ON SCHEMA capacity TO haven_capacity',
  'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA capacity TO haven_capacity',
  // History is append-only.
  'REVOKE UPDATE, DELETE ON capacity.occupancy_change FROM haven_capacity',
  'ALTER DEFAULT PRIVILEGES IN SCHEMA capacity GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO haven_capacity',
];
