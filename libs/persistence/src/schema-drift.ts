import type { DataSource } from 'typeorm';
import { fingerprintOf } from './schema-fingerprint.js';

/** The tables do not match the entities of this version. Starting would read or write the wrong columns. */
export class SchemaDriftError extends Error {
  constructor(context: string, statements: readonly string[]) {
    super(`The ${context} schema differs from this version of Haven. Add a migration for: ${statements.join(' ')}`);
    this.name = 'SchemaDriftError';
  }
}

/** A newer version wrote the data directory, and this version does not know its tables. */
export class NewerSchemaError extends Error {
  constructor(context: string, unknown: readonly string[]) {
    super(`The data was written by a newer version of Haven (${context}: ${unknown.join(', ')}). Install that version or a later one.`);
    this.name = 'NewerSchemaError';
  }
}

/** Migrations are pending, and this process may not run them. */
export class PendingMigrationsError extends Error {
  constructor(context: string) {
    super(`The tables of ${context} are older than this version. Run the migration job first: the same program with --migrate.`);
    this.name = 'PendingMigrationsError';
  }
}

/** Throws if migrations are pending. */
export async function failOnPending(dataSource: DataSource, context: string): Promise<void> {
  if (await dataSource.showMigrations()) throw new PendingMigrationsError(context);
}

/**
 * Throws if the database lacks or exceeds what the entities declare. TypeORM takes half a second to compare them. If it finds nothing, a
 * process that may change the schema records that on it, and nobody compares again until the tables or the entities change.
 */
export async function failOnDrift(dataSource: DataSource, context: string, mayNote: boolean): Promise<void> {
  const note = `without drift: ${await fingerprintOf(dataSource, context)}`;
  const [noted] = await dataSource.query<{ note: string | null }[]>(`SELECT obj_description($1::regnamespace, 'pg_namespace') AS note`, [
    context,
  ]);
  if (noted?.note === note) return;
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  if (upQueries.length > 0)
    throw new SchemaDriftError(
      context,
      upQueries.map(({ query }) => query),
    );
  // Two processes that start at once may both write it; without it the next start compares again.
  if (mayNote) await dataSource.query(`COMMENT ON SCHEMA "${context}" IS '${note}'`).catch(() => undefined);
}

/** Throws if migrations ran that this version does not have. */
export async function failOnNewerSchema(dataSource: DataSource, context: string): Promise<void> {
  const [table] = await dataSource.query<{ found: string | null }[]>('SELECT to_regclass($1)::text AS found', [`${context}.migrations`]);
  if (!table?.found) return;
  const applied = await dataSource.query<{ name: string }[]>(`SELECT name FROM "${context}".migrations`);
  const known = new Set(dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const unknown = applied.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerSchemaError(context, unknown);
}
