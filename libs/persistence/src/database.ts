import { urgently } from '@haven/kernel';
import { DataSource, type EntityManager, type EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { Connection } from './connection.js';
import { extensions } from './extensions.js';
import { failOnDrift, failOnNewerSchema, failOnPending } from './schema-drift.js';

/** Limits on how long a transaction waits. */
export interface TransactionLimits {
  /** Milliseconds for each lock; then the statement fails with SQLSTATE 55P03. */
  readonly lockTimeout?: number;
}

/** The database of one context. */
export interface Database {
  readonly dataSource: DataSource;
  /** For single statements, each under the role: a connection has it from its start, so that it costs no round trip. */
  readonly single: EntityManager;
  /** Runs `work` in one READ COMMITTED transaction, under the context's role if it has one. */
  transaction<T>(work: (tx: EntityManager) => Promise<T>, limits?: TransactionLimits): Promise<T>;
  /** Runs `work`, which only reads, under the role. */
  read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
  /** The same, but all reads see one moment. */
  snapshot<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Options for opening a database. */
export interface OpenOptions {
  /** Whether it may change the tables; default true. If false, tables that are not up to date are refused. */
  readonly migrate?: boolean;
  /** The most connections, for transactions and once more for single statements; default 4. */
  readonly poolSize?: number;
}

/** Options of {@link openDatabase}. `context` is the schema that contains the migrations table. */
export interface DatabaseOptions extends OpenOptions {
  readonly context: string;
  readonly connection: Connection;
  readonly entities: readonly (EntitySchema | (new (...args: never[]) => object))[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Role of every statement but those of the migrations, so that a context cannot reach another one's tables. */
  readonly role?: string;
}

/** Connects, migrates, and refuses an unknown schema. Throws SchemaDriftError, NewerSchemaError or PendingMigrationsError. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const dataSource = await connect(options);
  try {
    await failOnNewerSchema(dataSource, options.context);
    await (options.migrate === false ? failOnPending(dataSource, options.context) : migrate(dataSource, options.context));
    await failOnDrift(dataSource, options.context, options.migrate !== false);
    const underRole = options.role === undefined ? dataSource : await connectAs(options.role, options);
    const close = async () => {
      for (const source of new Set([underRole, dataSource])) await source.destroy();
    };
    return { dataSource, single: underRole.manager, ...workOn(dataSource, options), close };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** The migrations create the role, so nothing connects with it before them. */
const connectAs = (role: string, options: DatabaseOptions): Promise<DataSource> =>
  connect({ ...options, entities: [], migrations: [] }, { options: `-c role=${role}` });

function workOn(dataSource: DataSource, { role }: DatabaseOptions): Pick<Database, 'transaction' | 'read' | 'snapshot'> {
  const oneMoment = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';
  return {
    transaction: (work, limits) => within(dataSource, preparation(role, limits), work),
    read: (work) => within(dataSource, ['SET TRANSACTION READ ONLY', ...preparation(role)], work),
    snapshot: (work) => within(dataSource, [oneMoment, ...preparation(role)], work),
  };
}

const preparation = (role: string | undefined, { lockTimeout }: TransactionLimits = {}): readonly string[] => [
  ...(role === undefined ? [] : [`SET LOCAL ROLE "${role}"`]),
  ...(lockTimeout === undefined ? [] : [`SET LOCAL lock_timeout = ${lockTimeout}`]),
];

async function within<T>(dataSource: DataSource, first: readonly string[], work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  openWith(runner, first);
  try {
    return await urgently(() => runner.manager.transaction(work));
  } finally {
    await runner.release();
  }
}

const opening = 'START TRANSACTION';

/** The first statements go to the server in the message that opens the transaction: separate round trips would delay others. */
function openWith(runner: QueryRunner, first: readonly string[]): void {
  const { query } = runner;
  runner.query = (sql: string) => {
    runner.query = query;
    if (sql !== opening) throw new Error(`TypeORM opens a transaction with another statement than ${opening}`);
    return query.call(runner, [opening, ...first].join('; '));
  };
}

function connect(
  { context, connection, entities, migrations, poolSize }: DatabaseOptions,
  startUp: { readonly options?: string } = {},
): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    host: connection.host,
    port: connection.port,
    username: connection.user,
    password: connection.password ?? '',
    database: connection.database,
    schema: context,
    entities: [...entities] as never[],
    migrations: [...migrations] as never[],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: poolSize ?? 4,
    // A new connection would plan every statement again.
    extra: { idleTimeoutMillis: 0, ...startUp },
    applicationName: `haven-${context}`,
  }).initialize();
}

async function migrate(dataSource: DataSource, context: string): Promise<void> {
  for (const extension of extensions) await dataSource.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA public`);
  await dataSource.query(`CREATE SCHEMA IF NOT EXISTS "${context}"`);
  await dataSource.runMigrations();
}
