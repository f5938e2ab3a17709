import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compactedTopics, serviceSnapshotType, serviceTopic } from '@haven/events';
import { unknownRule, type AdmissionRule } from '@haven/kernel';
import { openLocalEventBus, startConsumer, type EventBus, type HavenEvent, type Subscription } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { Capacity } from '../ports.js';
import { capacityOn, openCapacityDatabase } from '../persistence/capacity-database.js';
import { inTransaction } from '../persistence/transaction/in-transaction.js';
import { learnRules } from './learn-rules.js';
import { serviceConsumer } from './service-consumer.js';

const admitting = (minimumAge: number): AdmissionRule => ({
  ...unknownRule,
  persons: [{ genders: null, minimumAge, maximumAge: null, accompaniedOnly: false }],
});
const event = (key: string, sequence: number, minimumAge: number): HavenEvent => ({
  id: randomUUID(),
  topic: serviceTopic,
  key,
  type: serviceSnapshotType,
  sequence,
  time: new Date().toISOString(),
  correlationId: null,
  data: {
    service: { id: key, status: 'ACTIVE', organization: { id: 'o', name: 'O' }, locations: [], admission: admitting(minimumAge) },
    capacities: [],
  },
});

describe('services from before capacity stored admission rules', () => {
  let server: TestDatabase;
  let database: Database;
  let capacity: Capacity;
  let bus: EventBus;
  let subscription: Subscription;

  const rule = async (id: string) => (await capacity.service(id))!.admits;
  const settled = async () => {
    while ((await subscription.lag()) > 0) await sleep(20);
  };

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openCapacityDatabase(server.connection);
    capacity = capacityOn(database);
    bus = await openLocalEventBus(server.connection, compactedTopics, () => undefined);
    subscription = await startConsumer(database, 'capacity', bus, serviceConsumer(inTransaction));
    await bus.publish([event('a', 1, 1), event('a', 2, 2), event('b', 1, 3), event('c', 4, 4)]);
    await settled();
    // As the previous version left them: without a rule, and `c` one event further.
    await database.dataSource.query('UPDATE capacity.service_ref SET admits = NULL');
    await subscription.stop();
    await bus.publish([event('c', 5, 5), event('b', 1, 9)]);
  });
  afterAll(async () => {
    await bus.close();
    await database.close();
    await server.close();
  });

  it('get the rule of the event that took effect last, once their events are read through', async () => {
    await learnRules(database, bus);
    expect(await rule('a')).toEqual(admitting(2));
    expect(await rule('c')).toEqual(admitting(4));
  });

  it('are not read again once all rules are known, and a newer rule stays', async () => {
    let read = 0;
    await learnRules(database, { readThrough: () => Promise.resolve(void (read += 1)) });
    expect(read).toBe(0);
    await database.dataSource.query(`UPDATE capacity.service_ref SET admits = CASE service_id WHEN 'b' THEN NULL ELSE $1::jsonb END`, [
      JSON.stringify(unknownRule),
    ]);
    await learnRules(database, bus);
    expect(await rule('a')).toEqual(unknownRule);
    expect(await rule('b')).not.toBeNull();
  });
});
