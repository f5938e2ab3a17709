import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceSnapshotSchema, type ServiceView } from '@haven/events';
import { coordinator, medan, openTestRegistry, providerOf, shelter, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { registerOrganization } from './register-organization.js';
import { registerService } from './register-service.js';
import { updateService } from './update-service.js';
import { verifyService } from './verify-service.js';
import { withdrawService } from './withdraw-service.js';

describe('changing the directory', () => {
  let on: TestRegistry;
  let organizationId: string;
  let key = 0;
  const nextKey = () => `key-${(key += 1)}`;
  const clock = { now: () => new Date('2026-11-24T05:40:00.123Z') };

  beforeAll(async () => {
    on = await openTestRegistry();
    const organization = await registerOrganization(on.registry, coordinator, {
      idempotencyKey: nextKey(),
      name: ' Helpers ',
      description: null,
    });
    expect(organization).toMatchObject({ name: 'Helpers', description: null });
    organizationId = (organization as { id: string }).id;
  });
  afterAll(() => on.close());

  const register = async (service = shelter) =>
    (await registerService(on.registry, coordinator, { idempotencyKey: nextKey(), organizationId, service })) as ServiceView;

  it('answers the same worker in another organization as a new call, and stores no key', async () => {
    const call = { idempotencyKey: 'Sokha 1999-04-12', name: 'Helpers', description: null };
    const elsewhere = { ...coordinator, organizationId: 'other' };
    const [first, again, other] = [
      await registerOrganization(on.registry, coordinator, call),
      await registerOrganization(on.registry, coordinator, call),
      await registerOrganization(on.registry, elsewhere, call),
    ];
    expect(again).toEqual(first);
    expect(other).toMatchObject({ name: 'Helpers' });
    expect(other).not.toEqual(first);
    expect(await on.whereIs('Sokha')).toEqual([]);
  });

  it('publishes what was entered, and the snapshot follows the contract', async () => {
    const view = await register();
    expect(view).toMatchObject({
      name: 'Safe House',
      status: 'ACTIVE',
      categories: ['ACCOMMODATION'],
      languages: ['id', 'km'],
      confidential: false,
      version: 1,
      organization: { id: organizationId, name: 'Helpers' },
      admission: shelter.admission,
      email: 'a@example.org',
      verifiedAt: null,
      locations: [
        {
          name: 'House',
          latitude: medan.latitude,
          longitude: medan.longitude,
          precision: 'EXACT',
          address: 'Jalan Rahasia 77',
          city: 'Medan',
          country: 'ID',
        },
      ],
      phones: [{ number: '+62 61 555 0100', type: 'voice', languages: ['id'] }],
      hsds: { minimum_age: 18 },
    });
    expect(await findService(on.registry, view.id)).toEqual(view);
    const event = (await on.events()).find((one) => one.key === view.id);
    expect(serviceSnapshotSchema.parse(event?.data).service).toEqual(view);
  });

  it('gives the same answer to the same key, and a conflict to another body', async () => {
    const command = { idempotencyKey: nextKey(), organizationId, service: shelter };
    const first = await registerService(on.registry, coordinator, command);
    expect(await registerService(on.registry, coordinator, command)).toEqual(first);
    expect(await registerService(on.registry, coordinator, { ...command, service: { ...shelter, name: 'Other' } })).toEqual({
      kind: 'IdempotencyConflict',
    });
  });

  it('replaces the whole entry, keeps the ids of what stays, and deletes the rest', async () => {
    const before = await register();
    const service = {
      ...shelter,
      name: 'New name',
      languages: ['th'],
      phones: [],
      admission: { ...shelter.admission, persons: null },
      locations: [
        { ...medan, name: 'Renamed' },
        { ...medan, latitude: 4 },
      ],
    };
    const after = (await updateService(on.registry, coordinator, {
      idempotencyKey: nextKey(),
      id: before.id,
      expectedVersion: 1,
      service,
    })) as ServiceView;
    expect(after).toMatchObject({
      name: 'New name',
      version: 2,
      languages: ['th'],
      phones: [],
      admission: { persons: null, legalStatuses: [] },
    });
    expect(after.locations.map(({ name }) => name)).toEqual(['Renamed', 'House']);
    expect(after.locations[0]?.id).toBe(before.locations[0]?.id);
    expect(after.hsds).not.toHaveProperty('minimum_age');
  });

  it('refuses an old version with the current one, and changes nothing', async () => {
    const { id } = await register();
    const update = () =>
      updateService(on.registry, coordinator, {
        idempotencyKey: nextKey(),
        id,
        expectedVersion: 1,
        service: { ...shelter, name: 'A' },
      });
    const answers = await Promise.all([update(), update(), update()]);
    expect(answers.filter((answer) => 'kind' in answer)).toEqual([1, 2].map(() => ({ kind: 'VersionConflict', currentVersion: 2 })));
  });

  it('gives the same answer for an unknown service and for one of another organization', async () => {
    const { id } = await register();
    const caller = providerOf('someone else');
    const gone = { kind: 'NotFound' };
    expect(await updateService(on.registry, caller, { idempotencyKey: nextKey(), id, expectedVersion: 9, service: shelter })).toEqual(gone);
    expect(await withdrawService(on.registry, caller, { idempotencyKey: nextKey(), id, expectedVersion: 9 })).toEqual(gone);
    expect(await verifyService({ ...on.registry, clock }, caller, { idempotencyKey: nextKey(), id: 'unknown' })).toEqual(gone);
    expect(await registerService(on.registry, caller, { idempotencyKey: nextKey(), organizationId, service: shelter })).toEqual(gone);
    expect(await verifyService({ ...on.registry, clock }, providerOf(organizationId), { idempotencyKey: nextKey(), id })).toMatchObject({
      verifiedAt: clock.now().toISOString(),
      version: 2,
    });
  });

  it('withdraws for good, with a tombstone', async () => {
    const { id } = await register();
    expect(await withdrawService(on.registry, coordinator, { idempotencyKey: nextKey(), id, expectedVersion: 1 })).toMatchObject({
      status: 'DEFUNCT',
      version: 2,
    });
    expect(await findService(on.registry, id)).toBeNull();
    expect((await on.events()).filter((event) => event.key === id).at(-1)).toMatchObject({
      type: 'haven.registry.service.withdrawn',
      data: null,
    });
    expect(await updateService(on.registry, coordinator, { idempotencyKey: nextKey(), id, expectedVersion: 2, service: shelter })).toEqual({
      kind: 'NotFound',
    });
  });

  it('names each wrong field', async () => {
    const service = {
      ...shelter,
      name: ' ',
      languages: ['qqq-nope'],
      url: 'javascript:alert(1)',
      email: 'x',
      locations: [
        { ...medan, latitude: 91, country: 'XX' },
        { ...medan, longitude: Number.NaN },
      ],
      admission: {
        ...shelter.admission,
        persons: [
          { genders: null, minimumAge: -1, maximumAge: 200, accompaniedOnly: false },
          { genders: null, minimumAge: 9, maximumAge: 8, accompaniedOnly: false },
        ],
      },
    };
    const answer = await registerService(on.registry, coordinator, { idempotencyKey: '', organizationId, service });
    expect('fields' in answer && answer.fields.map(({ path }) => path)).toEqual([
      'idempotencyKey',
      'service.name',
      'service.locations.0.latitude',
      'service.locations.0.country',
      'service.locations.1.longitude',
      'service.languages.0',
      'service.url',
      'service.email',
      'service.admission.persons.0.minimumAge',
      'service.admission.persons.0.maximumAge',
      'service.admission.persons.1.minimumAge',
    ]);
  });
});
