import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { expectRefused, expectUserError } from './expectations.js';
import { farService, mutate, withdraw } from './registry-operations.js';
import type { MutationResult, OperationName } from './registry-operations.js';

let system: System;
let organizationId: string;
let service: MutationResult;
let pool: MutationResult;

const unknownId = '00000000-0000-4000-8000-000000000000';
const named = async (name: OperationName, input: object) => (await mutate(system, name, input)).result!;
const countServices = async (): Promise<number> =>
  (
    await system.query<{ services: { totalCount: number } }>(
      'query ($o: ID!) { services(filter: { organizationId: $o }) { totalCount } }',
      { o: organizationId },
    )
  ).services.totalCount;
const stored = async () =>
  system.query<object>(
    'query ($id: ID!) { service(id: $id) { name version status locations { latitude } } bedPools(serviceId: $id) { total occupied version } }',
    {
      id: service.id,
    },
  );

beforeAll(async () => {
  system = sharedSystem();
  organizationId = (await named('registerOrganization', { name: 'Test organization (end-to-end)' })).id;
  service = await named('registerService', { organizationId, service: farService });
  expect(service).toMatchObject({ __typename: 'Service', version: 1 });
  pool = await named('defineBedPool', { serviceId: service.id, name: 'Beds', total: 4, occupied: 1 });
  expect(pool).toMatchObject({ __typename: 'BedPool' });
}, 60_000);

afterAll(() => withdraw(system, service.id));

describe('registering a service', () => {
  const wrong: readonly [string, object, RegExp][] = [
    ['without a name', { name: ' ' }, /name/],
    ['without a category', { categories: [] }, /categories/],
    ['at latitude 91', { locations: [{ ...farService.locations[0], latitude: 91 }] }, /locations\.0\.latitude/],
    ['at longitude 181', { locations: [{ ...farService.locations[0], longitude: 181 }] }, /locations\.0\.longitude/],
    ['in a country that does not exist', { locations: [{ ...farService.locations[0], country: 'XX' }] }, /locations\.0\.country/],
    ['in a language that does not exist', { languages: ['xq'] }, /languages/],
    ['for ages from 30 to 20', { admission: { persons: [{ minimumAge: 30, maximumAge: 20 }] } }, /admission\.persons\.0/],
    ['for an age of -1', { admission: { persons: [{ minimumAge: -1 }] } }, /admission\.persons\.0/],
    ['with an address that is no mail address', { email: 'nobody' }, /email/],
    ['with a link that runs code', { url: 'javascript:alert(1)' }, /url/],
    ['with a name of a million characters', { name: 'x'.repeat(500_000) }, /name/],
  ];

  it.each(wrong)('%s names the field and stores nothing', async (_name, change, path) => {
    const before = await countServices();
    const { result } = await mutate(system, 'registerService', { organizationId, service: { ...farService, ...change } });
    expectUserError(result, 'InvalidInput');
    expect(result!.fields!.map((field) => field.path).join(' ')).toMatch(path);
    expect(await countServices()).toBe(before);
  });

  it('for an organization that does not exist is NotFound', async () => {
    expectUserError((await mutate(system, 'registerService', { organizationId: unknownId, service: farService })).result, 'NotFound');
  });

  it('under a key that was used with another body is an IdempotencyConflict; with the same body it gives the same answer', async () => {
    const idempotencyKey = randomUUID();
    const name = `Key test ${idempotencyKey}`;
    const first = await named('registerOrganization', { idempotencyKey, name });
    expect(await named('registerOrganization', { idempotencyKey, name })).toEqual(first);
    expectUserError(await named('registerOrganization', { idempotencyKey, name: 'Other' }), 'IdempotencyConflict');
  });
});

describe('an id that does not exist', () => {
  const unknown: readonly [OperationName, string, object][] = [
    ['updateService', 'an unknown one', { id: unknownId, expectedVersion: 1, service: farService }],
    ['withdrawService', 'an unknown one', { id: unknownId, expectedVersion: 1 }],
    ['verifyService', 'an unknown one', { id: unknownId }],
    ['defineBedPool', 'an unknown one', { serviceId: unknownId, name: 'Beds', total: 1 }],
    ['setBedCounts', 'an unknown one', { poolId: unknownId, expectedVersion: 1, total: 1 }],
    ['verifyService', 'SQL', { id: "'; drop table registry.service; --" }],
    ['verifyService', '10,000 characters', { id: 'x'.repeat(10_000) }],
    ['setBedCounts', 'no UUID', { poolId: 'not a uuid', expectedVersion: 1, total: 1 }],
  ];

  it.each(unknown)('is NotFound for %s: %s', async (name, _what, input) => {
    expectUserError((await mutate(system, name, input)).result, 'NotFound');
  });

  it('is bad input if it contains a character that no text can have', async () => {
    for (const name of ['verifyService', 'withdrawService', 'setBedCounts'] as const) {
      const input = name === 'setBedCounts' ? { poolId: 'nul\u0000byte', expectedVersion: 1 } : { id: 'nul\u0000byte' };
      const { answer } = await mutate(system, name, name === 'withdrawService' ? { ...input, expectedVersion: 1 } : input);
      expectRefused(answer, /^BAD_USER_INPUT$/);
      expect(answer.status).toBeLessThan(500);
    }
  });

  it('is null or an empty list for queries', async () => {
    const query = 'query ($id: ID!) { service(id: $id) { id } organization(id: $id) { id } bedPools(serviceId: $id) { id } }';
    for (const id of [unknownId, 'not a uuid', 'x'.repeat(10_000)]) {
      expect(await system.query<object>(query, { id })).toEqual({ service: null, organization: null, bedPools: [] });
    }
  });
});

describe('a stale version', () => {
  it('changes nothing and returns the current version', async () => {
    const before = await stored();
    const stale: readonly [OperationName, object][] = [
      ['updateService', { id: service.id, expectedVersion: 99, service: { ...farService, name: 'Changed' } }],
      ['withdrawService', { id: service.id, expectedVersion: 99 }],
      ['setBedCounts', { poolId: pool.id, expectedVersion: 99, occupied: 2 }],
    ];
    for (const [name, input] of stale) {
      const { result } = await mutate(system, name, input);
      expectUserError(result, 'VersionConflict');
      expect(result!.currentVersion).toBe(1);
    }
    expect(await stored()).toEqual(before);
  });
});

describe('bed counts', () => {
  it.each([
    ['more occupied than there are', { occupied: 5 }],
    ['a negative count', { occupied: -1 }],
    ['a negative total', { total: -3 }],
    ['more beds than an integer holds', { total: 2_147_483_647, occupied: 2_147_483_647, outOfService: 2_147_483_647 }],
  ])('%s: InvalidInput, and nothing changes', async (_name, counts) => {
    const before = await stored();
    expectUserError((await mutate(system, 'setBedCounts', { poolId: pool.id, expectedVersion: 1, ...counts })).result, 'InvalidInput');
    expect(await stored()).toEqual(before);
  });
});

describe('a caller who may not write', () => {
  it.each(['HOTLINE', 'CASEWORKER', 'AUDITOR'] as const)('%s is refused, and nothing changes', async (role) => {
    const before = await stored();
    const { answer } = await mutate(system, 'setBedCounts', { poolId: pool.id, expectedVersion: 1, occupied: 2 }, { role });
    expectRefused(answer, /^FORBIDDEN$/);
    expect(await stored()).toEqual(before);
  });

  it('a provider of another organization gets NotFound everywhere, as for an id that does not exist', async () => {
    const before = await stored();
    const other = (await named('registerOrganization', { name: 'Other organization (end-to-end)' })).id;
    const attempts: readonly [OperationName, (id: string) => object][] = [
      ['registerService', (id) => ({ organizationId: id === service.id ? organizationId : id, service: farService })],
      ['updateService', (id) => ({ id, expectedVersion: 1, service: farService })],
      ['withdrawService', (id) => ({ id, expectedVersion: 1 })],
      ['verifyService', (id) => ({ id })],
      ['defineBedPool', (id) => ({ serviceId: id, name: 'More', total: 1 })],
      ['setBedCounts', (id) => ({ poolId: id === service.id ? pool.id : id, expectedVersion: 1, occupied: 2 })],
    ];
    for (const [name, input] of attempts) {
      const foreign = await mutate(system, name, input(service.id), { role: 'PROVIDER', organization: other });
      const unknown = await mutate(system, name, input(unknownId), { role: 'PROVIDER', organization: other });
      expectUserError(foreign.result, 'NotFound');
      expect(foreign.answer.body).toBe(unknown.answer.body);
    }
    expect(await stored()).toEqual(before);
  }, 60_000);

  it('a provider may write to its own services', async () => {
    const { result } = await mutate(system, 'verifyService', { id: service.id }, { role: 'PROVIDER', organization: organizationId });
    expect(result).toMatchObject({ __typename: 'Service', id: service.id });
  });
});
