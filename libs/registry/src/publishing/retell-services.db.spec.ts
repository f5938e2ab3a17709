import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceView } from '@haven/events';
import { coordinator, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { registerOrganization } from '../entries/register-organization.js';
import { registerService } from '../entries/register-service.js';
import { retellServices } from './retell-services.js';
import { withdrawService } from '../entries/withdraw-service.js';

describe('publishing every service again', () => {
  let on: TestRegistry;
  let open: ServiceView;
  let gone: ServiceView;
  let deferred: ServiceView;
  const command = () => on.command();
  const told = async (id: string) => {
    const rows = await on.database.dataSource.query<{ event_type: string; sequence: string; version: number | null }[]>(
      `SELECT event_type, sequence, (data->'service'->>'version')::integer AS version FROM registry.outbox WHERE event_key = $1 ORDER BY position`,
      [id],
    );
    return rows.map(({ event_type: type, sequence, version }) => [type.split('.').at(-1), Number(sequence), version]);
  };

  beforeAll(async () => {
    on = await openTestRegistry();
    const { id: organizationId } = (await registerOrganization(on.registry, coordinator, {
      ...command(),
      name: 'O',
      description: null,
    })) as {
      id: string;
    };
    const add = async (name: string) =>
      (await registerService(on.registry, coordinator, { ...command(), organizationId, service: { ...shelter, name } })) as ServiceView;
    [open, gone, deferred] = [await add('Open'), await add('Gone'), await add('Deferred')];
    await withdrawService(on.registry, coordinator, { ...command(), id: gone.id, expectedVersion: 1 });
  });
  afterAll(() => on.close());

  it('publishes existing and withdrawn services, in events newer than any before', async () => {
    const before = { open: await told(open.id), gone: await told(gone.id) };
    expect(await retellServices(on.registry)).toBe(3);
    const [{ floor }] = await on.database.dataSource.query<[{ floor: string }]>('SELECT floor FROM registry.sequence_floor');
    expect(Number(floor)).toBeGreaterThan(20_000_000);
    expect(await told(open.id)).toEqual([...before.open, [before.open[0]![0], Number(floor) + 1, 2]]);
    expect(await told(gone.id)).toEqual([...before.gone, [before.gone[1]![0], Number(floor) + 1, null]]);
    expect(await findService(on.registry, open.id)).toEqual({ ...(await findService(on.registry, open.id)), name: 'Open', version: 2 });
    expect(await findService(on.registry, gone.id)).toBeNull();
  });

  it('waits with a service until the import that defers it has ended', async () => {
    const importRun = { source: 'import', run: '00000000-0000-4000-8000-000000000001' };
    await on.registry.transaction((tx) => tx.deferrals.add(importRun, [{ object: 'service', id: deferred.id }]));
    const before = await told(deferred.id);
    expect(await retellServices(on.registry)).toBe(2);
    expect(await told(deferred.id)).toEqual(before);
    await on.registry.transaction((tx) => tx.deferrals.release(importRun));
    await retellServices(on.registry);
    expect(await told(deferred.id)).toHaveLength(before.length + 1);
  });
});
