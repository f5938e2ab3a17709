import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceView } from '@haven/events';
import { centreOfCell, type Failure, publicCellOf } from '@haven/kernel';
import type { JsonObject } from '../hsds/record.js';
import type { PlaceEntry } from '../meaning/service-input.js';
import { coordinator, itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { loadDirectory } from '../import/load-directory.js';
import { registerService } from './register-service.js';
import { updateService } from './update-service.js';
import { withdrawService } from './withdraw-service.js';

const hidden: PlaceEntry = { ...medan, visibility: 'CONFIDENTIAL' };
const centre = centreOfCell(publicCellOf(medan));
const inCell = { ...hidden, latitude: centre.latitude + 0.01234567, longitude: centre.longitude - 0.01234567 };
const secrets = ['3.5951', '98.6722', 'Rahasia'];

/** A service of the organization `o-${house}` in one house. */
const standing = (id: string, house: string, organization = house): JsonObject => ({
  id,
  name: id,
  status: 'active',
  organization: { id: `o-${organization}`, name: 'O', description: 'd' },
  service_at_locations: [
    {
      id: `at-${id}`,
      description: 'Ring at Jalan Rahasia 77',
      location: {
        id: `l-${house}`,
        location_type: 'physical',
        name: 'A house',
        latitude: medan.latitude,
        longitude: medan.longitude,
        addresses: [{ id: `a-${house}`, address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical' }],
      },
    },
  ],
});

describe('one house, two services of one organization', () => {
  let on: TestRegistry;
  const command = () => on.command();
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  const load = (...services: JsonObject[]) => loadDirectory(on.registry, itemsOf(...services), { source: 's' });
  const update = async (id: string, locations: readonly PlaceEntry[]): Promise<ServiceView | Failure> => {
    const { version } = (await findService(on.registry, id))!;
    return updateService(on.registry, coordinator, { ...command(), id, expectedVersion: version, service: { ...shelter, locations } });
  };
  const register = (organizationId: string, place: PlaceEntry) =>
    registerService(on.registry, coordinator, { ...command(), organizationId, service: { ...shelter, locations: [place] } });
  const tellsOf = async (...ids: string[]) => {
    const views = await Promise.all(ids.map((id) => findService(on.registry, id)));
    const events = (await on.events()).filter((event) => ids.includes(event.key));
    return secrets.filter((text) => JSON.stringify([views, events]).includes(text));
  };
  const refusal = (...ids: string[]) => ({
    kind: 'InvalidInput',
    fields: [
      {
        path: 'service.locations.0.visibility',
        message: expect.stringContaining(ids.join(', ')),
      },
    ],
  });

  it.each([
    ['at its position', hidden],
    ['elsewhere in its cell', inCell],
  ])('is confidential for both if one of them says so %s', async (name, place) => {
    const [beds, advice, third] = [`beds ${name}`, `advice ${name}`, `third ${name}`];
    await load(standing(beds, name), standing(advice, name), standing(third, name, `third ${name}`));
    expect(await tellsOf(advice)).toEqual(secrets);
    // Its events were sent: none of them leads to it.
    await on.database.dataSource.query('DELETE FROM registry.outbox');
    const answer = (await update(beds, [place])) as ServiceView;
    expect(answer).toMatchObject({ version: 2, confidential: true, locations: [{ precision: 'AREA' }] });
    const told = (await findService(on.registry, advice))!;
    expect(told).toMatchObject({ confidential: true, locations: [{ id: `l-${name}`, ...centre, precision: 'AREA', city: 'Medan' }] });
    expect((await on.events()).filter((event) => event.key === advice).at(-1)?.data).toMatchObject({ service: told });
    expect(await tellsOf(beds, advice, third)).toEqual([]);
    for (const text of secrets) expect(await on.whereIs(text)).toEqual([]);
    await load(standing(beds, name), standing(advice, name), standing(third, name, `third ${name}`));
    expect(await tellsOf(beds, advice, third)).toEqual([]);
  });

  it('stays public when the service moves out, far away or into a house that is confidential already', async () => {
    await load(standing('beds', 'open'), standing('advice', 'open'));
    await update('beds', [{ ...hidden, latitude: 5 }]);
    await load(standing('beds', 'open'));
    await update('beds', [medan, inCell]);
    await load(standing('beds', 'open'));
    await update('beds', [inCell]);
    expect(await findService(on.registry, 'advice')).toMatchObject({ confidential: false, locations: [{ precision: 'EXACT' }] });
  });

  it('cannot be entered as confidential while the other service shows it', async () => {
    await load(standing('shows', 'shown'));
    const refused = await register('o-shown', hidden);
    expect(refused).toEqual(refusal('shows'));
    expect(JSON.stringify(refused)).not.toMatch(/(?<!\d)3\.595|98\.672|Rahasia/);
    const other = (await register('o-shown', inCell)) as ServiceView;
    expect(await update(other.id, [hidden])).toEqual(refusal('shows'));
    expect(await findService(on.registry, other.id)).toEqual(other);

    await update('shows', [hidden]);
    expect(await register('o-shown', hidden)).toMatchObject({ confidential: true, locations: [{ precision: 'AREA' }] });
    expect(await update(other.id, [hidden])).toMatchObject({ id: other.id, confidential: true });
  });

  it('does not affect another organization that shows it', async () => {
    await load(standing('foreign', 'foreign'), standing('mine', 'far', 'mine'));
    expect(await register('o-mine', { ...hidden, name: 'Mine' })).toEqual(refusal('mine'));
    await update('mine', [hidden]);
    expect(await register('o-mine', hidden)).toMatchObject({ confidential: true });
    expect(await findService(on.registry, 'foreign')).toMatchObject({ confidential: false });
  });

  it('is removed from the records of a withdrawn service', async () => {
    await load(standing('ended', 'ended'));
    await withdrawService(on.registry, coordinator, { ...command(), id: 'ended', expectedVersion: 1 });
    expect(await register('o-ended', hidden)).toMatchObject({ confidential: true });
    const rows = await on.database.dataSource.query<unknown[]>(
      `SELECT view::text, withdrawn FROM registry.service_entry WHERE service_id = 'ended'`,
    );
    expect(rows).toEqual([{ view: expect.not.stringMatching(/3\.595|98\.672|Rahasia/), withdrawn: true }]);
  });
});
