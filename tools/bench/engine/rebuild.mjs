// Measures how fast the read model is rebuilt from its events, compared with only reading and parsing the same events.
import { randomUUID } from 'node:crypto';
import {
  availabilitySnapshotSchema,
  availabilityTopic,
  availabilityType,
  serviceSnapshotSchema,
  serviceSnapshotType,
  serviceTopic,
} from '@haven/events';
import { emptyReadModel } from '../../../libs/matching/dist/persistence/projection/reset.js';
import { matchingConsumer, openMatchingDatabase, rebuildMatching } from '@haven/matching';
import { openLocalEventBus, startConsumer } from '@haven/messaging';
import { randomOf } from '@haven/test/reference/requests/random';
import { cityFor, pointIn } from './cities.mjs';
import { databaseOf } from './databases.mjs';
import { templates } from './templates.mjs';

const services = 10_000;
const rounds = 3;
const page = 500;
const topics = [serviceTopic, availabilityTopic];

const eventOf = (topic, type, key, data) => ({
  ...{ id: randomUUID(), topic, key, type, sequence: 1, time: new Date().toISOString(), correlationId: null, data },
});

/** Events like those of registry and capacity. */
function* events() {
  const { next: random } = randomOf(20_261_130);
  for (const { service, beds } of templates(random, services, new Date())) {
    const city = cityFor(random);
    for (const location of service.service.locations) Object.assign(location, pointIn(random, city), { country: city.country });
    const { id } = service.service;
    yield eventOf(serviceTopic, serviceSnapshotType, id, service);
    if (beds) yield eventOf(availabilityTopic, availabilityType, id, beds);
  }
}

async function publishAll(bus) {
  let waiting = [];
  for (const event of events()) {
    waiting.push(event);
    if (waiting.length < page) continue;
    await bus.publish(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await bus.publish(waiting);
}

const schemas = { [serviceTopic]: serviceSnapshotSchema, [availabilityTopic]: availabilitySnapshotSchema };

/** Events per second. */
async function rateOf(work) {
  const began = performance.now();
  return (await work()) / ((performance.now() - began) / 1_000);
}

async function readAll(bus) {
  let count = 0;
  await bus.readThrough(topics, async (batch) => {
    for (const { topic, data } of batch) schemas[topic].parse(data);
    count += batch.length;
  });
  return count;
}

async function buildAll(database, subscription) {
  let count = 0;
  await rebuildMatching(database, subscription, async (_done, total) => (count = total));
  return count;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export async function rebuild({ server }) {
  const connection = await databaseOf(server, 'haven_rebuild', async () => {});
  const bus = await openLocalEventBus(connection, topics, console.error);
  const database = await openMatchingDatabase(connection);
  let held = 0;
  await bus.readThrough(topics, async (batch) => (held += batch.length));
  if (held === 0) await publishAll(bus);
  const subscription = await startConsumer(database, 'matching', bus, matchingConsumer);
  const [bare, built] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await rateOf(() => readAll(bus)));
    built.push(await rateOf(() => buildAll(database, subscription)));
  }
  await emptyReadModel(database);
  await bus.close();
  await database.close();
  return { services, bare: median(bare), built: median(built) };
}
