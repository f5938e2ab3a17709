import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  availabilityTopic,
  availabilityType,
  availabilityWithdrawnType,
  serviceSnapshotType,
  serviceTopic,
  serviceWithdrawnType,
} from '@haven/events';
import { geodesicMeters } from '@haven/kernel';
import type { Position } from '@haven/kernel';
import { openLocalEventBus, startConsumer } from '@haven/messaging';
import type { EventBus, HavenEvent } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import { openTestDatabase } from '@haven/testing';
import type { TestDatabase } from '@haven/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { rebuildMatching } from '../../control/rebuild-matching.js';
import type { MatchRequest } from '../../request/request.js';
import { personOf } from '@haven/kernel';
import type { Interpreter } from '../../languages/interpreter.js';
import { readModelConsumer } from '../../messaging/consumer.js';
import { bedsOf, snapshotOf, type ServiceSketch } from '../directory.fixture.js';
import { openMatchingDatabase } from '../matching-database.js';
import { MatchingRoomNames1798000000003 } from '../migrations/1798000000003-room-names.js';
import { MatchingInterpreters1800100000003 } from '../migrations/1800100000003-interpreters.js';
import { openReadModel, projection } from './read-model.js';
import { dumpReadModel, emptyReadModel } from '../projection/reset.js';

const consumer = readModelConsumer(projection);
const medan = { latitude: 3.58333, longitude: 98.66667 };

const request = (origin: Position, km: number): MatchRequest => ({
  origin,
  originCountry: 'ID',
  needs: [],
  party: [personOf('WOMAN', 30)],
  languages: ['id'],
  avoid: [],
  maxDistanceMeters: km * 1000,
  border: 'CLOSED',
  at: new Date(),
  first: 10,
});

describe('the read model', () => {
  let server: TestDatabase;
  let database: Database;
  let bus: EventBus;
  const sequences = new Map<string, number>();

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openMatchingDatabase(server.connection);
    bus = await openLocalEventBus(server.connection, [], (error) => {
      throw error;
    });
  });
  afterAll(async () => {
    await bus.close();
    await database.close();
    await server.close();
  });
  beforeEach(() => emptyReadModel(database));

  const event = (topic: string, key: string, type: string, data: unknown): HavenEvent => {
    const sequence = (sequences.get(topic + key) ?? 0) + 1;
    sequences.set(topic + key, sequence);
    return {
      id: randomUUID(),
      topic,
      key,
      type,
      sequence,
      time: '2026-11-24T00:00:00Z',
      correlationId: null,
      data: JSON.parse(JSON.stringify(data)),
    };
  };
  const service = (sketch: Parameters<typeof snapshotOf>[0]) => event(serviceTopic, sketch.id, serviceSnapshotType, snapshotOf(sketch));
  const withdrawn = (id: string) => event(serviceTopic, id, serviceWithdrawnType, null);
  const beds = (id: string, free: number, sequence: number) =>
    event(availabilityTopic, id, availabilityType, bedsOf(id, [{ free }], '2026-11-24T00:00:00Z', sequence));
  const apply = (...events: HavenEvent[]) =>
    database.transaction(async (tx) => {
      for (const one of events) await consumer.apply(tx, one);
    });
  const sites = (origin: Position, km: number) =>
    openReadModel(database).look(async (view) => {
      const { services } = await view.nearest(request(origin, km), 'LEGAL', { of: 'ALL', from: 0, places: 1_000 });
      const all = services.flatMap(({ provider, spots }) => spots.map((spot) => ({ ...spot, provider })));
      return all.sort((a, b) => a.meters - b.meters);
    });

  it('is the same whichever topic comes first, and however often an event comes', async () => {
    const [a, b] = [service({ id: 'a', at: medan }), beds('a', 3, 1)];
    await apply(a, b);
    const dump = await dumpReadModel(database);
    await emptyReadModel(database);
    await apply(b, a, b, a);
    expect(await dumpReadModel(database)).toBe(dump);
    expect(dump.split('\n')).toHaveLength(3);
  });

  it('is the same whether events are applied together or one by one', async () => {
    const all = [
      service({ id: 'a', at: medan, categories: ['ACCOMMODATION', 'LEGAL'], languages: ['id', 'km'], serviceCountries: ['ID'] }),
      service({ id: 'b', at: medan, categories: ['ACCOMMODATION'], confidential: true }),
      service({ id: 'c', at: [medan, { latitude: 3.6, longitude: 98.7 }], languages: [], interpreters: [{ language: 'th' }] }),
      beds('a', 0, 1),
      beds('b', 2, 1),
      beds('gone', 2, 1),
    ];
    const gone = [withdrawn('c'), event(availabilityTopic, 'gone', availabilityWithdrawnType, null), beds('b', 0, 2), beds('a', 1, 2)];
    const dumps: string[] = [];
    for (const together of [true, false]) {
      await emptyReadModel(database);
      for (const batch of [all, gone]) {
        if (!together) await apply(...batch);
        else await database.transaction((tx) => consumer.applyTogether!(tx, batch));
        dumps.push(await dumpReadModel(database));
      }
    }
    expect(dumps.slice(0, 2)).toEqual(dumps.slice(2));
    expect(dumps[0]!.match(/"is_full": true/g)).toHaveLength(2);
  });

  it('identifies a room by its number, whatever its name in earlier events, stored or parked', async () => {
    const told = bedsOf('a', [{ free: 1 }, { free: 2 }], '2026-11-24T00:00:00Z', 1);
    const named = { ...told, pools: told.pools.map((pool) => ({ ...pool, name: 'Sokha from Kampot' })) };
    const before = event(availabilityTopic, 'a', availabilityType, named);
    await apply(before);
    expect(await dumpReadModel(database)).not.toContain('Kampot');
    expect(await dumpReadModel(database)).toMatch(/Room 1.*Room 2/);

    await database.dataSource.query('UPDATE matching.bed_state SET snapshot = $1', [JSON.stringify(named)]);
    await database.dataSource.query(
      `INSERT INTO matching.parked_event (consumer, topic, event_key, sequence, event_id, event, attempts, reason) VALUES ('c', $1, 'a', 1, $2, $3, 3, 'Error')`,
      [before.topic, before.id, JSON.stringify(before)],
    );
    const runner = database.dataSource.createQueryRunner();
    await new MatchingRoomNames1798000000003().up(runner);
    await runner.release();
    const parked = await database.dataSource.query<object[]>('SELECT event FROM matching.parked_event');
    for (const known of [await dumpReadModel(database), JSON.stringify(parked)]) {
      expect(known).not.toContain('Kampot');
      expect(known).toMatch(/Room 1.*Room 2/);
    }
    await database.dataSource.query('DELETE FROM matching.parked_event');
  });

  it('has the interpreters, and after the upgrade the languages of phones, without new events', async () => {
    const phones = [{ number: '1', extension: null, type: null, languages: ['km', 'th'] }];
    const interpreters: Interpreter[] = [{ language: null, by: 'THERE', genders: ['WOMAN'] }];
    await apply(service({ id: 'i', at: medan, phones, interpreters }));
    const known = async () => (await sites(medan, 1)).find(({ serviceId }) => serviceId === 'i')!.provider.interpreters;
    const onPhones: Interpreter[] = [
      { language: 'km', by: 'PHONE' },
      { language: 'th', by: 'PHONE' },
    ];
    expect(await known()).toEqual([...interpreters, ...onPhones]);
    await apply(service({ id: 'i', at: medan, phones }));
    const before = await dumpReadModel(database);
    const runner = database.dataSource.createQueryRunner();
    await new MatchingInterpreters1800100000003().down(runner);
    await new MatchingInterpreters1800100000003().up(runner);
    await runner.release();
    expect(await dumpReadModel(database)).toBe(before);
    expect(await known()).toEqual(onPhones);
    await apply(withdrawn('i'));
  });

  it('keeps newer counts if older ones come late', async () => {
    await apply(service({ id: 'a', at: medan }), beds('a', 5, 2), beds('a', 1, 1));
    expect((await sites(medan, 1))[0]!.provider.beds!.pools[0]!.free).toBe(5);
  });

  it('takes a withdrawn service out and a returning one in', async () => {
    await apply(service({ id: 'a', at: medan }), beds('a', 5, 1), withdrawn('a'));
    expect(await sites(medan, 1)).toEqual([]);
    await apply(service({ id: 'a', at: medan }));
    expect(await sites(medan, 1)).toHaveLength(1);
  });

  it('has only the cell of a confidential place, even if the event contains more', async () => {
    const secret = { latitude: 3.5871, longitude: 98.6712 };
    const snapshot = snapshotOf({ id: 's', at: secret, confidential: true });
    const leaky = {
      ...snapshot,
      service: { ...snapshot.service, locations: snapshot.service.locations.map((l) => ({ ...l, ...secret })) },
    };
    await apply(event(serviceTopic, 's', serviceSnapshotType, snapshot));
    const [site] = await sites(medan, 30);
    await apply(event(serviceTopic, 's', serviceSnapshotType, leaky));
    expect((await sites(medan, 30))[0]).toEqual(site);
    expect(site!.cell).not.toBeNull();
  });

  it('stores a service whose area cannot be read, and asks about it', async () => {
    const broken = {
      type: 'MultiPolygon' as const,
      coordinates: [
        [
          [
            [1, 1],
            [2, 2],
          ],
        ],
      ] as [number, number][][][],
    };
    await apply(service({ id: 'a', at: medan, serviceArea: broken }));
    expect((await sites(medan, 1))[0]!.provider.coversOrigin).toBe('ASK');
  });

  it('finds whether an area covers the origin, its border included', async () => {
    const square = {
      type: 'MultiPolygon' as const,
      coordinates: [
        [
          [
            [98, 3],
            [99, 3],
            [99, 4],
            [98, 4],
            [98, 3],
          ],
        ],
      ] as [number, number][][][],
    };
    await apply(service({ id: 'a', at: medan, serviceArea: square }));
    const covers = async (latitude: number, longitude: number) => (await sites({ latitude, longitude }, 500))[0]!.provider.coversOrigin;
    expect(await covers(3.5, 98.5)).toBe('YES');
    expect(await covers(3, 98.5)).toBe('YES');
    expect(await covers(2.999, 98.5)).toBe('NO');
    await apply(service({ id: 'a', at: medan, serviceArea: square, serviceAreaUnclear: true }));
    expect(await covers(3.5, 98.5)).toBe('YES');
    expect(await covers(2.999, 98.5)).toBe('ASK');
  });

  it('finds whether the countries of a service contain the origin, their territories included', async () => {
    await apply(service({ id: 'a', at: medan, serviceCountries: ['ID', 'CN'] }));
    const covers = async (latitude: number, longitude: number) => (await sites({ latitude, longitude }, 5000))[0]!.provider.coversOrigin;
    expect(await covers(3.5, 98.5)).toBe('YES');
    expect(await covers(22.3, 114.17)).toBe('YES');
    expect(await covers(13.75, 100.5)).toBe('NO');
    expect(await covers(-10, 90)).toBe('ASK');
  });

  it('takes the country from the boundaries if the entry does not give it', async () => {
    await apply(service({ id: 'a', at: medan, country: null }), service({ id: 'b', at: medan, country: 'my' }));
    expect((await sites(medan, 1)).map(({ country }) => country)).toEqual(['ID', 'MY']);
  });

  it('a rebuild from the bus gives the same bytes', async () => {
    const subscription = await startConsumer(database, 'matching', bus, consumer);
    const many = Array.from({ length: 40 }, (_, i) => [
      beds(`r${i}`, i, 1),
      service({ id: `r${i}`, at: { latitude: i, longitude: 98 + i }, confidential: i % 3 === 0 }),
      ...(i % 5 === 0 ? [withdrawn(`r${i}`)] : [beds(`r${i}`, i + 1, 2)]),
    ]).flat();
    await bus.publish(many);
    const caughtUp = async () => {
      while ((await subscription.lag()) > 0) await new Promise((r) => setTimeout(r, 20));
    };
    await caughtUp();
    const dump = await dumpReadModel(database);
    const told: (readonly [done: number, total: number])[] = [];
    await rebuildMatching(
      subscription,
      () => emptyReadModel(database),
      async (done, total) => void told.push([done, total]),
    );
    expect(await dumpReadModel(database)).toBe(dump);
    // How much was applied before the first report is chance.
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
    expect(told.at(-1)).toEqual([told[0]?.[1], told[0]?.[1]]);
    expect(dump.split('\n').filter((line) => line.startsWith('site'))).toHaveLength(32);
    await subscription.stop();
  });

  it('gives distances and their order as the geodesic on WGS 84 does, at the antimeridian and the poles too', async () => {
    const spots = fc.sample(
      fc.record({ latitude: fc.double({ min: -90, max: 90, noNaN: true }), longitude: fc.double({ min: -180, max: 180, noNaN: true }) }),
      { numRuns: 300, seed: 3 },
    );
    const near = (at: Position, i: number) => ({
      latitude: Math.max(-90, Math.min(90, at.latitude + Math.sin(i) * 3)),
      longitude: ((at.longitude + Math.cos(i) * 3 + 540) % 360) - 180,
    });
    const origins = [
      medan,
      { latitude: -17, longitude: 179.99 },
      { latitude: -17, longitude: -180 },
      { latitude: 89.9, longitude: 10 },
      { latitude: -90, longitude: 0 },
      { latitude: 0, longitude: 0 },
    ];
    const all = [...spots, ...origins.flatMap((origin) => Array.from({ length: 40 }, (_, i) => near(origin, i)))];
    await apply(...all.map((at, i) => service({ id: `g${i}`, at, country: 'ID' })));
    for (const origin of origins) {
      const found = await sites(origin, 2000);
      const expected = all
        .map((at, i) => ({ id: `g${i}`, meters: geodesicMeters(origin, at) }))
        .filter(({ meters }) => meters <= 2_000_000);
      expect(found.map((s) => s.provider.serviceId).sort()).toEqual(expected.map(({ id }) => id).sort());
      found.forEach((s) => expect(Math.abs(s.meters - geodesicMeters(origin, s.position!))).toBeLessThan(0.0011));
      expect(found.map(({ meters }) => meters)).toEqual(found.map(({ meters }) => meters).sort((a, b) => a - b));
    }
  });

  it('skips full shelters if only open ones are wanted, whichever event came last, and finds them when a bed is free again', async () => {
    const open = () =>
      openReadModel(database).look(async (view) => {
        const { services } = await view.nearest(request(medan, 10), 'ACCOMMODATION', { of: 'OPEN', from: 0, places: 10 });
        return services.map(({ provider }) => provider.serviceId).sort();
      });
    const shelter = (id: string, more: Partial<ServiceSketch> = {}) =>
      service({ id, at: medan, categories: ['ACCOMMODATION', 'LEGAL'], ...more });
    const told = (id: string, sequence: number, pools: Parameters<typeof bedsOf>[1], more: object = {}) =>
      event(availabilityTopic, id, availabilityType, { ...bedsOf(id, pools, null, sequence), ...more });
    await apply(shelter('full'), told('full', 1, [{ free: 0 }]), told('early', 1, [{ free: 0 }]), shelter('early'));
    await apply(
      shelter('open'),
      told('open', 1, [{ free: 0 }, { free: 1 }]),
      shelter('silent'),
      shelter('nothing'),
      told('nothing', 1, []),
    );
    await apply(shelter('closed'), told('closed', 1, [{ free: 2 }], { status: 'NO_CAPACITY' }), shelter('away', { status: 'INACTIVE' }));
    await apply(shelter('unsure'), told('unsure', 1, [{ free: 0 }], { status: 'UNKNOWN' }), shelter('abroad', { country: 'MY' }));
    expect(await open()).toEqual(['nothing', 'open', 'silent', 'unsure']);
    await apply(told('full', 2, [{ free: 1 }]), told('open', 2, [{ free: 0 }]), shelter('closed'));
    expect(await open()).toEqual(['full', 'nothing', 'silent', 'unsure']);
    await apply(event(availabilityTopic, 'open', availabilityWithdrawnType, null), told('silent', 1, [{ free: 0 }]), shelter('silent'));
    expect(await open()).toEqual(['full', 'nothing', 'open', 'unsure']);
    expect((await sites(medan, 10)).map(({ provider }) => provider.serviceId)).toHaveLength(9);
  });

  it('a place exactly at the limit is within', async () => {
    const at = { latitude: 3.7, longitude: 98.9 };
    await apply(service({ id: 'edge', at }));
    const km = (await sites(medan, 100))[0]!.meters / 1000;
    expect(await sites(medan, km)).toHaveLength(1);
    expect(await sites(medan, km - 0.000002)).toHaveLength(0);
  });
});
