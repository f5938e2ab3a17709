import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { burdenWeights, personOf } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { Way } from '../ports.js';
import { speechClasses } from '../judging/talk/speech-keys.js';
import type { MatchRequest, Need } from '../request/request.js';
import { MatchingBesidePlaces1800400000003 } from './migrations/1800400000003-beside-places.js';
import { bedsOf, snapshotOf, type ServiceSketch } from './directory.fixture.js';
import { openMatchingDatabase } from './matching-database.js';
import { openReadModel, projection } from './reading/read-model.js';

const medan = { latitude: 3.58333, longitude: 98.66667 };
const need: Need = { category: 'LEGAL', beds: null, member: 0, for: null, interpreter: null };
const request = (languages: readonly string[]): MatchRequest => ({
  ...{ origin: medan, originCountry: 'ID', needs: [], party: [personOf('WOMAN', 30)], languages, avoid: [] },
  ...{ maxDistanceMeters: 100_000, border: 'CLOSED', at: new Date(), first: 10 },
});
const sketches: readonly Partial<ServiceSketch>[] = [
  { id: 'hazaragi', languages: ['haz'] },
  { id: 'dari', languages: ['en', 'prs'] },
  { id: 'phone', languages: ['en'], interpreters: [{ language: 'haz', by: 'PHONE' }] },
  { id: 'somebody', languages: ['id'], interpreters: [{ language: null }] },
  { id: 'silent', languages: [] },
  { id: 'thai', languages: ['th'], at: [medan, { latitude: 3.6, longitude: 98.7 }] },
  { id: 'signs', languages: ['bzs'], serviceCountries: ['ID'] },
  { id: 'elsewhere', languages: ['bzs'], serviceCountries: ['MY'] },
];

describe('columns of a service beside its places', () => {
  let server: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openMatchingDatabase(server.connection);
    await database.transaction(async (tx) => {
      for (const sketch of sketches) await projection.storeServices(tx, [snapshotOf({ id: '', at: medan, ...sketch })]);
      await projection.storeBeds(tx, [bedsOf('thai', [{ free: 1 }], null)]);
    });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  const met = (languages: readonly string[], way: Partial<Way> = {}) =>
    openReadModel(database).look(async (view) => {
      const { services } = await view.nearest(request(languages), 'LEGAL', { of: 'OPEN', from: 0, places: 50, ...way });
      return services.map(({ provider, spots }) => `${provider.serviceId}${spots.length > 1 ? ` at ${spots.length}` : ''}`).sort();
    });
  const byClass = (languages: readonly string[]) =>
    Promise.all(speechClasses(request(languages), need, burdenWeights).map(({ filter }) => met(languages, { speech: filter })));

  it('divides services by the least burden of talking there', async () => {
    expect(await byClass(['haz'])).toEqual([
      ['dari', 'hazaragi'],
      ['phone', 'silent', 'somebody'],
      ['elsewhere', 'signs', 'thai at 2'],
    ]);
    expect(await byClass(['tsq'])).toEqual([[], ['elsewhere', 'signs', 'silent', 'somebody'], ['dari', 'hazaragi', 'phone', 'thai at 2']]);
  });

  it('returns all places of a service, even if a page contains only one of them', async () => {
    expect(await met(['th'], { places: 8 })).toContain('thai at 2');
  });

  it('are the same after the upgrade as if the registry had published the services again', async () => {
    const rows = () =>
      database.dataSource.query<unknown[]>(
        `SELECT service_id, location_id, speech, is_full, has_area, is_only, site.version = service.version AS is_of_service, length(service.version) > 0 AS has_version
         FROM matching.site JOIN matching.service USING (service_id) ORDER BY service_id, location_id`,
      );
    const covers = () =>
      openReadModel(database).look(async (view) => {
        const { services } = await view.nearest(request(['haz']), 'LEGAL', { of: 'OPEN', from: 0, places: 50 });
        return services.map(({ provider }) => [provider.serviceId, provider.coversOrigin]);
      });
    const [told, seen, covered] = [await rows(), await byClass(['haz']), await covers()];
    const migration = new MatchingBesidePlaces1800400000003();
    const runner = database.dataSource.createQueryRunner();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    expect(await rows()).toEqual(told);
    expect(await byClass(['haz'])).toEqual(seen);
    expect(await covers()).toEqual(covered);
    expect(new Set(covered.map(([, answer]) => answer))).toEqual(new Set(['YES', 'NO']));
  });
});
