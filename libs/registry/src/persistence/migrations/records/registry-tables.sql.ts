/** Tables beside the HSDS objects. */
export const registryTables = `
  CREATE TABLE registry.hsds_link (
    parent_object text NOT NULL, parent_id text NOT NULL, property text NOT NULL,
    child_object text NOT NULL, child_id text NOT NULL, position integer NOT NULL,
    CONSTRAINT hsds_link_pkey PRIMARY KEY (parent_object, parent_id, property, child_object, child_id)
  );
  CREATE INDEX hsds_link_by_child ON registry.hsds_link (child_object, child_id);

  CREATE TABLE registry.pending_reference (
    ordinal bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pending_reference_pkey PRIMARY KEY,
    source text NOT NULL, file text NOT NULL, row integer, object text NOT NULL, id text NOT NULL,
    property text NOT NULL, missing_object text NOT NULL, missing_id text NOT NULL
  );

  CREATE TABLE registry.service_entry (
    service_id text CONSTRAINT service_entry_pkey PRIMARY KEY,
    organization_id text NOT NULL,
    view jsonb NOT NULL,
    digest text NOT NULL,
    version integer NOT NULL,
    verified_at timestamptz,
    withdrawn boolean NOT NULL,
    sort_name text NOT NULL,
    search_text text NOT NULL,
    categories text[] NOT NULL,
    languages text[] NOT NULL,
    countries text[] NOT NULL,
    positions public.geometry(MultiPoint, 4326)
  );
  CREATE INDEX service_entry_by_organization ON registry.service_entry (organization_id);
  CREATE INDEX service_entry_in_order ON registry.service_entry (sort_name COLLATE "C", service_id COLLATE "C") WHERE NOT withdrawn;
  CREATE INDEX service_entry_by_text ON registry.service_entry USING gin (search_text public.gin_trgm_ops);
  CREATE INDEX service_entry_by_tags ON registry.service_entry USING gin (categories, languages, countries);
  CREATE INDEX service_entry_by_position ON registry.service_entry USING gist (positions);

  CREATE TABLE registry.dirty_service (service_id text CONSTRAINT dirty_service_pkey PRIMARY KEY, held_by text);
  CREATE TABLE registry.confidential_location (
    location_id text CONSTRAINT confidential_location_pkey PRIMARY KEY,
    public_cell text
  );
`;
