/**
 * SQL of the secret for a schema's stored answers. There are so few parties and case references that anybody could guess them from a plain
 * hash. The secret never leaves the database, and the role of the process cannot read it.
 */
export const answerKeyTable = (schema: string, role: string): readonly string[] => [
  `CREATE TABLE "${schema}".answer_key (
    only_one boolean DEFAULT true CONSTRAINT answer_key_pkey PRIMARY KEY CONSTRAINT answer_key_only_one CHECK (only_one),
    key bytea NOT NULL)`,
  `REVOKE ALL ON "${schema}".answer_key FROM ${role}`,
  // All keyed inputs have one length, which rules out length-extension attacks.
  `CREATE FUNCTION "${schema}".keyed_hash(hash text) RETURNS text
    STABLE LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      RETURN (SELECT encode(sha256(k.key || convert_to(hash, 'UTF8')), 'hex') FROM "${schema}".answer_key k);
    END $$`,
  `REVOKE ALL ON FUNCTION "${schema}".keyed_hash FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION "${schema}".keyed_hash TO ${role}`,
];

/** SQL that stores the secret. $1 is 32 random bytes. */
export const answerKeyRow = (schema: string): string => `INSERT INTO "${schema}".answer_key (key) VALUES ($1)`;

const keyedKey = (schema: string, key: string): string => `"${schema}".keyed_hash(encode(sha256(convert_to(${key}, 'UTF8')), 'hex'))`;

/**
 * SQL that stores keyed digests instead of keys, and answers by subject, organization, operation and key. It rewrites the table, so that no
 * dead row contains a key. `organization`: '' for a caller without one; null if an older version stored the answer without it. The trigger
 * serves processes of the previous version, which keep running during an upgrade: neither version repeats what the other has done.
 */
export const keptByOrganization = (schema: string): readonly string[] => [
  `ALTER TABLE "${schema}".idempotent_answer ADD COLUMN organization text,
    ALTER COLUMN key TYPE text USING ${keyedKey(schema, 'key')},
    DROP CONSTRAINT idempotent_answer_pkey,
    ADD CONSTRAINT idempotent_answer_once UNIQUE NULLS NOT DISTINCT (subject, operation, key, organization)`,
  `CREATE FUNCTION "${schema}".keep_no_key() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.organization IS NULL THEN NEW.key := ${keyedKey(schema, 'NEW.key')}; END IF;
      PERFORM pg_advisory_xact_lock(hashtextextended(NEW.subject || NEW.operation || NEW.key, 0));
      IF EXISTS (SELECT FROM "${schema}".idempotent_answer a WHERE a.subject = NEW.subject AND a.operation = NEW.operation
        AND a.key = NEW.key AND (a.organization IS NULL OR NEW.organization IS NULL)) THEN RETURN NULL; END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER keep_no_key BEFORE INSERT ON "${schema}".idempotent_answer FOR EACH ROW EXECUTE FUNCTION "${schema}".keep_no_key()`,
];

/** SQL that reverts {@link keptByOrganization}. The previous version cannot find an answer by its digest, so all answers are dropped. */
export const keptBySubject = (schema: string): readonly string[] => [
  `DROP TRIGGER keep_no_key ON "${schema}".idempotent_answer`,
  `DROP FUNCTION "${schema}".keep_no_key`,
  `DELETE FROM "${schema}".idempotent_answer`,
  `ALTER TABLE "${schema}".idempotent_answer DROP COLUMN organization, ADD PRIMARY KEY (subject, operation, key)`,
];
