import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceView } from '@haven/events';
import type { ServiceEntry } from '../meaning/service-input.js';
import { coordinator, itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { loadDirectory } from '../import/load-directory.js';
import { registerOrganization } from '../entries/register-organization.js';
import { registerService } from '../entries/register-service.js';
import { updateService } from '../entries/update-service.js';

const closed: ServiceEntry = { ...shelter, locations: [{ ...medan, visibility: 'CONFIDENTIAL' }] };

describe('the texts of a service with a confidential place', () => {
  let on: TestRegistry;
  let organizationId: string;
  beforeAll(async () => {
    on = await openTestRegistry();
    organizationId = (
      (await registerOrganization(on.registry, coordinator, { ...on.command(), name: 'O', description: null })) as { id: string }
    ).id;
  });
  afterAll(() => on.close());

  const register = async (textReleased: boolean | null) =>
    (await registerService(on.registry, coordinator, {
      ...on.command(),
      organizationId,
      service: { ...closed, textReleased },
    })) as ServiceView;
  const update = async ({ id, version }: ServiceView, service: ServiceEntry) =>
    (await updateService(on.registry, coordinator, { ...on.command(), id, expectedVersion: version, service })) as ServiceView;

  it('are not shown, searched or published before a person releases them', async () => {
    const view = await register(null);
    expect(view).toMatchObject({ name: 'Safe House', description: null });
    expect(JSON.stringify(await on.events())).not.toContain('Beds for women');
    const released = await update(view, { ...closed, textReleased: true });
    expect(released.description).toBe('Beds for women');
    expect((await on.events()).at(-1)!.data!.service).toMatchObject({ description: 'Beds for women' });
  });

  it('stay released if an edit does not mention it, but not if it says no', async () => {
    const view = await register(true);
    const edited = await update(view, { ...closed, description: 'Beds for all' });
    expect(edited.description).toBe('Beds for all');
    expect((await update(edited, { ...closed, textReleased: false })).description).toBeNull();
  });

  it('are hidden again as soon as a directory changes one of them', async () => {
    const imported = (description: string) =>
      itemsOf({ id: 's', name: 'S', status: 'active', organization: { id: 'o', name: 'O', description }, service_at_locations: [] });
    await loadDirectory(on.registry, imported('Who we are'), { source: 's' });
    const view = await update((await findService(on.registry, 's'))!, { ...closed, textReleased: true });
    expect(view.description).toBe('Beds for women');
    await loadDirectory(on.registry, imported('Behind Jalan Rahasia 77'), { source: 's' });
    expect(await findService(on.registry, 's')).toMatchObject({ description: null });
    expect(JSON.stringify(await findService(on.registry, 's'))).not.toContain('Rahasia');
  });

  it('are shown unchanged if no place is confidential', async () => {
    const view = await update(await register(null), { ...closed, locations: [medan] });
    expect(view.confidential).toBe(false);
    expect(view.description).toBe('Beds for women');
  });
});
