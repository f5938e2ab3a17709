/** Several imports may defer one service, and also one of its places. Each row names its run. */
export const importHolds = `
  CREATE TABLE registry.import_hold (
    source text NOT NULL, object text NOT NULL, id text NOT NULL, run text NOT NULL,
    CONSTRAINT import_hold_pkey PRIMARY KEY (source, object, id)
  );
  CREATE INDEX import_hold_by_record ON registry.import_hold (object, id);
  GRANT SELECT, INSERT, UPDATE, DELETE ON registry.import_hold TO haven_registry;
  INSERT INTO registry.import_hold (source, object, id, run)
    SELECT held_by, 'service', service_id, 'before holds' FROM registry.dirty_service WHERE held_by IS NOT NULL;
  ALTER TABLE registry.dirty_service DROP COLUMN held_by;
`;
