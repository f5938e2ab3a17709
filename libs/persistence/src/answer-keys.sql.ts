/**
 * SQL of the secret of a schema's stored answers: of keys, parties and case references there are so few that a plain hash could be
 * guessed. It never leaves the database, and the role of the process cannot read it.
 */
export const answerKeyTable = (schema: string, role: string): readonly string[] => [
  `CREATE TABLE "${schema}".answer_key (
    only_one boolean DEFAULT true CONSTRAINT answer_key_pkey PRIMARY KEY CONSTRAINT answer_key_only_one CHECK (only_one),
    key bytea NOT NULL)`,
  `REVOKE ALL ON "${schema}".answer_key FROM ${role}`,
  // All that is keyed is of one length, so that nobody can make another hash of one by going on with it.
  `CREATE FUNCTION "${schema}".keyed_hash(hash text) RETURNS text
    STABLE LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      RETURN (SELECT encode(sha256(k.key || convert_to(hash, 'UTF8')), 'hex') FROM "${schema}".answer_key k);
    END $$`,
  `REVOKE ALL ON FUNCTION "${schema}".keyed_hash FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION "${schema}".keyed_hash TO ${role}`,
];

/** SQL that puts the secret in its place; $1 is 32 random bytes. */
export const answerKeyRow = (schema: string): string => `INSERT INTO "${schema}".answer_key (key) VALUES ($1)`;

const keyedKey = (schema: string, key: string): string => `"${schema}".keyed_hash(encode(sha256(convert_to(${key}, 'UTF8')), 'hex'))`;

/**
 * SQL that keeps keyed digests instead of keys, and answers by subject, organization, operation and key. The table is written anew, so
 * that no dead row holds a key either. `organization`: '' for who works for none; null where a version answered that did not note it.
 * The trigger is for its processes, which go on for the length of an upgrade: what has an answer from either version is not done
 * once more by the other.
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

/** SQL that takes {@link keptByOrganization} back. The version before finds no answer by a digest, and forgets them all. */
export const keptBySubject = (schema: string): readonly string[] => [
  `DROP TRIGGER keep_no_key ON "${schema}".idempotent_answer`,
  `DROP FUNCTION "${schema}".keep_no_key`,
  `DELETE FROM "${schema}".idempotent_answer`,
  `ALTER TABLE "${schema}".idempotent_answer DROP COLUMN organization, ADD PRIMARY KEY (subject, operation, key)`,
];
