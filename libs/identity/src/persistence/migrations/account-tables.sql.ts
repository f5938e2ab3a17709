import { groupRole } from '@haven/persistence';

/** Tables of accounts. No person's name, e-mail or address is in any of them. */
export const accountTables: readonly string[] = [
  `CREATE TABLE identity.account (
    id uuid CONSTRAINT account_pkey PRIMARY KEY,
    name text NOT NULL,
    role text NOT NULL,
    organization_id text,
    password_hash text,
    second_factor bytea,
    last_step bigint,
    disabled boolean NOT NULL DEFAULT false,
    demo boolean NOT NULL DEFAULT false,
    generation integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT account_of_provider CHECK (role <> 'PROVIDER' OR organization_id IS NOT NULL)
  )`,
  'CREATE UNIQUE INDEX account_name ON identity.account (name)',

  `CREATE TABLE identity.account_change (
    id uuid CONSTRAINT account_change_pkey PRIMARY KEY,
    account_id uuid NOT NULL,
    name text NOT NULL,
    action text NOT NULL,
    actor text NOT NULL,
    at timestamptz NOT NULL
  )`,
  'CREATE INDEX account_change_by_account ON identity.account_change (account_id, at)',

  `CREATE TABLE identity.link (
    token_hash text CONSTRAINT link_pkey PRIMARY KEY,
    account_id uuid,
    expires_at timestamptz NOT NULL
  )`,

  `CREATE TABLE identity.attempt (
    bucket text CONSTRAINT attempt_pkey PRIMARY KEY,
    failures double precision NOT NULL,
    last_at timestamptz NOT NULL,
    next_at timestamptz NOT NULL
  )`,

  `CREATE TABLE identity.known_place (
    account_id uuid NOT NULL,
    place integer NOT NULL,
    seen_at timestamptz NOT NULL,
    CONSTRAINT known_place_pkey PRIMARY KEY (account_id, place)
  )`,

  'CREATE TABLE identity.demo_end (ended boolean CONSTRAINT demo_end_pkey PRIMARY KEY)',

  ...groupRole('haven_identity'),
  'GRANT USAGE ON SCHEMA identity TO haven_identity',
  'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO haven_identity',
  // The history of accounts is append-only.
  'REVOKE UPDATE, DELETE ON identity.account_change FROM haven_identity',
  'ALTER DEFAULT PRIVILEGES IN SCHEMA identity GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO haven_identity',
];
