import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { personOf } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { MatchView, MetService, ReadModel } from '../../ports.js';
import type { MatchRequest } from '../../request/request.js';
import { bedsOf, snapshotOf } from '../directory.fixture.js';
import { openMatchingDatabase } from '../matching-database.js';
import { openReadModel, projection } from './read-model.js';
import { emptyReadModel } from '../projection/reset.js';

const medan = { latitude: 3.58333, longitude: 98.66667 };
const north = (km: number) => ({ latitude: medan.latitude + km / 110.6, longitude: medan.longitude });
const request: MatchRequest = {
  origin: medan,
  originCountry: 'ID',
  needs: [],
  party: [personOf('WOMAN', 30)],
  languages: ['id'],
  avoid: [],
  maxDistanceMeters: 20_000,
  border: 'CLOSED',
  at: new Date('2026-11-24T08:00:00Z'),
  first: 10,
};

describe('a look', () => {
  let server: TestDatabase;
  let database: Database;
  let readModel: ReadModel;
  let sequence = 0;

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openMatchingDatabase(server.connection);
    readModel = openReadModel(database);
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.close();
  });
  beforeEach(async () => {
    await emptyReadModel(database);
    await tell('a', 1);
    await tell('b', 1);
  });

  /** A service whose place, language and beds all contain the same number. */
  const tell = (id: string, number: number) =>
    database.transaction(async (tx) => {
      await projection.storeServices(tx, [snapshotOf({ id, at: north(number), languages: [`x${number}`] })]);
      await projection.storeBeds(tx, [bedsOf(id, [{ free: number }], '2026-11-24T07:00:00Z', (sequence += 1))]);
    });
  const remove = (id: string) => database.transaction((tx) => projection.removeServices(tx, [id]));

  /** The numbers of each service, by the three ways in which services are read. */
  async function numbers(view: MatchView, between: () => Promise<unknown> = async () => {}): Promise<Record<string, number[]>> {
    const near = async () => (await view.nearest(request, 'LEGAL', { of: 'ALL', from: 0, places: 100 })).services;
    const byId = (services: readonly MetService[]) => new Map(services.map(({ provider }) => [provider.serviceId, provider]));
    const services = await near();
    const spots = services.flatMap((service) => service.spots);
    const providers = byId(services);
    const ids = [...providers.keys()];
    await between();
    const [again, entries] = [byId(await near()), await view.entries(ids)];
    const of = (id: string) => [
      ...spots.filter(({ serviceId }) => serviceId === id).map(({ meters }) => Math.round(meters / 1_000)),
      ...[providers.get(id)!, again.get(id) ?? providers.get(id)!].flatMap(({ languages, beds }) => [
        Number(languages[0]!.slice(1)),
        beds!.pools[0]!.free,
      ]),
      Number(entries.get(id)!.service.languages[0]!.slice(1)),
      entries.get(id)!.beds!.free,
    ];
    return Object.fromEntries(ids.map((id) => [id, of(id)]));
  }

  it('reads once if none of its data has changed', async () => {
    let looks = 0;
    const seen = await readModel.look((view) => {
      looks += 1;
      return numbers(view, () => tell('c', 2));
    });
    expect(looks).toBe(1);
    expect(seen).toEqual({ a: [1, 1, 1, 1, 1, 1, 1], b: [1, 1, 1, 1, 1, 1, 1] });
  });

  it('reads again if a service has changed between two reads', async () => {
    let looks = 0;
    const seen = await readModel.look((view) => numbers(view, async () => (looks += 1) === 1 && tell('a', 2)));
    expect(looks).toBe(2);
    expect(seen['a']).toEqual([2, 2, 2, 2, 2, 2, 2]);
  });

  it('reads again if only the beds have changed', async () => {
    const fewer = () => database.transaction((tx) => projection.storeBeds(tx, [bedsOf('a', [{ free: 5 }], null, (sequence += 1))]));
    let looks = 0;
    const seen = await readModel.look((view) => numbers(view, async () => (looks += 1) === 1 && fewer()));
    expect(seen['a']).toEqual([1, 1, 5, 1, 5, 1, 5]);
  });

  it('reads again if a service is gone meanwhile, and the work failed because of that', async () => {
    let looks = 0;
    const seen = await readModel.look((view) => numbers(view, async () => (looks += 1) === 1 && remove('a')));
    expect(Object.keys(seen)).toEqual(['b']);
  });

  it('ends in a snapshot if something changes each time', async () => {
    let number = 1;
    const seen = await readModel.look((view) =>
      numbers(view, async () => {
        number += 1;
        // In the embedded database a snapshot makes writers wait until it is over.
        if (number < 5) await tell('a', number);
      }),
    );
    expect(number).toBe(5);
    expect(new Set(seen['a'])).toEqual(new Set([4]));
  });

  it('sees one moment of each service, however reads and changes interleave', async () => {
    const change = (i: number) => (i % 5 === 0 ? remove('b') : tell(i % 2 === 0 ? 'a' : 'b', 2 + (i % 9)));
    let isChanging = true;
    const changes = async () => {
      for (let i = 0; i < 40; i += 1) await change(i);
      isChanging = false;
    };
    const looks: Record<string, number[]>[] = [];
    const look = async () => {
      while (isChanging) looks.push(await readModel.look((view) => numbers(view)));
    };
    await Promise.all([changes(), look(), look(), look()]);
    for (const seen of looks) for (const said of Object.values(seen)) expect(new Set(said).size).toBe(1);
    expect(new Set(looks.map((seen) => JSON.stringify(seen))).size).toBeGreaterThan(1);
  });

  it('fails if the work fails', async () => {
    await expect(readModel.look(() => Promise.reject(new Error('of the work')))).rejects.toThrow('of the work');
  });
});
