import { randomUUID } from 'node:crypto';
import { openDatabase } from '@haven/persistence';
import { openTestDatabase } from '@haven/testing';
import { unique, type TransportUnderTest } from '../contract/transport.contract.js';
import { applyTopics, kafkaClient, openKafkaEventBus, type EventBus } from '../index.js';
import { Shop1 } from '../shop.fixture.js';

/** Brokers of this test run; null: the suites that need them are skipped. */
export const testBrokers: readonly string[] | null =
  process.env['HAVEN_TEST_KAFKA_BROKERS'] && process.env['HAVEN_TEST_POSTGRES_URL']
    ? process.env['HAVEN_TEST_KAFKA_BROKERS'].split(',')
    : null;

/** The reason to print for skipped suites. */
export const whySkipped = 'skipped: set HAVEN_TEST_KAFKA_BROKERS (scripts/kafka-for-tests.mjs starts some) and HAVEN_TEST_POSTGRES_URL';

const quiet = () => undefined;

/** A client to inspect and disturb the broker. */
export const testClient = (brokers: readonly string[]) => kafkaClient({ brokers, clientId: 'haven-test' }, quiet);

/** A bus, and the events that it delivered. */
export interface BusUnderTest {
  readonly bus: EventBus;
  readonly errors: unknown[];
  readonly stalled: string[];
}

/** Opens a bus with its own client. */
export function openTestBus(brokers: readonly string[], tails: readonly string[] = []): BusUnderTest {
  const [errors, stalled]: [unknown[], string[]] = [[], []];
  const bus = openKafkaEventBus({
    connection: { brokers, clientId: `haven-test-${randomUUID()}` },
    tails,
    onError: (error) => errors.push(error),
    onStalled: (group) => stalled.push(group),
    tell: quiet,
  });
  return { bus, errors, stalled };
}

/** Makes a topic that only this test uses. */
export async function makeTopic(brokers: readonly string[], partitions = 3): Promise<string> {
  const name = unique('topic');
  await applyTopics(testClient(brokers), [{ name, partitions, settings: {} }], { replicas: 1, inSync: 1 });
  return name;
}

/** On a new broker the first groups find their coordinator still loading, and try again. */
const matters = (error: unknown): boolean => (error as { type?: unknown }).type !== 'GROUP_LOAD_IN_PROGRESS';

/** Kafka with its own database. */
export async function startKafkaTransport(brokers: readonly string[]): Promise<TransportUnderTest> {
  const server = await openTestDatabase();
  const database = await openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1] });
  const opened: BusUnderTest[] = [];
  return {
    database,
    slowMilliseconds: 15_000,
    open: (tails) => {
      const one = openTestBus(brokers, tails);
      opened.push(one);
      return Promise.resolve(one.bus);
    },
    topic: () => makeTopic(brokers),
    takeErrors: () => opened.flatMap(({ errors, stalled }) => [...errors.splice(0).filter(matters), ...stalled.splice(0)]),
    close: async () => {
      await database.close();
      await server.close();
    },
  };
}
