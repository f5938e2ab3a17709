/** The vault: its own schema and its own role; the registry's role has no right on it. */
export const vaultTables = `
  CREATE SCHEMA vault;
  REVOKE ALL ON SCHEMA vault FROM PUBLIC;
  CREATE TABLE vault.location (
    location_id text CONSTRAINT location_pkey PRIMARY KEY,
    sealed bytea NOT NULL,
    sealed_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE vault.member (
    object text NOT NULL, id text NOT NULL, location_id text NOT NULL,
    CONSTRAINT member_pkey PRIMARY KEY (object, id)
  );
  CREATE INDEX member_by_location ON vault.member (location_id);
  GRANT USAGE ON SCHEMA vault TO haven_vault;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA vault TO haven_vault;

  GRANT USAGE ON SCHEMA registry TO haven_registry;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA registry TO haven_registry;
  ALTER DEFAULT PRIVILEGES IN SCHEMA registry GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO haven_registry;
`;
