import { openDatabase, type Database } from '@haven/persistence';
import { openKafkaEventBus, type EventBus } from '@haven/messaging';
import { chaosTables } from './tables.js';
import type { Freeze, FromWorker, ToWorker, WorkerSettings } from './settings.js';

/** The parts of a worker. */
export interface WorkerParts {
  readonly settings: WorkerSettings;
  readonly database: Database;
  readonly bus: EventBus;
}

/** Ends in order, as far as possible. */
type Stop = () => Promise<void>;

/** One line in the worker's log; never the contents of an event. */
export const tell = (what: unknown): void => {
  const text = what instanceof Error ? `${what.name}: ${what.message}` : String(what);
  process.stderr.write(`${new Date().toISOString()} ${text}\n`);
};

/** Sends a message to the supervisor. */
export const say = (message: FromWorker): void => void process.send?.(message);

/** Runs a worker until SIGTERM; it never outlives the process that started it. */
export async function runWorker(start: (settings: WorkerSettings) => Promise<Stop>, freeze: (how: Freeze) => void = () => undefined) {
  process.once('disconnect', () => process.exit(0));
  process.on('message', (message: ToWorker) => {
    if ('ping' in message) say({ pong: message.ping });
    if ('freeze' in message) freeze(message.freeze);
  });
  try {
    const stop = await start(JSON.parse(process.argv[2] ?? '{}') as WorkerSettings);
    process.once('SIGTERM', () => {
      const end = (code: number) => () => process.exit(code);
      stop().then(end(0), end(1));
    });
  } catch (error) {
    tell(error);
    process.exit(1);
  }
}

/** The schema of the run, which `prepare` has made. */
export const openSchema = ({ schema, database }: WorkerSettings, migrate = false): Promise<Database> =>
  openDatabase({ context: schema, connection: database, entities: [], migrations: [chaosTables(schema)], migrate });

/** Kafka, opened as in a service of the product: a hanging consumer ends the process. */
export function openBus({ brokers }: WorkerSettings): EventBus {
  return openKafkaEventBus({
    connection: { brokers, clientId: 'haven-chaos' },
    tails: [],
    onError: tell,
    onStalled: (group, why) => {
      tell(`${group} stands still: ${why}`);
      process.exit(1);
    },
    tell: (level, text) => tell(`${level} ${text}`),
  });
}

/** Opens both. */
export async function openParts(settings: WorkerSettings): Promise<WorkerParts> {
  const database = await openSchema(settings);
  return { settings, database, bus: openBus(settings) };
}

/** Closes both. */
export async function closeParts({ bus, database }: WorkerParts): Promise<void> {
  await bus.close();
  await database.close();
}
