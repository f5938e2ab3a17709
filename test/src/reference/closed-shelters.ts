import { farService, mutate } from '../bad-input/registry-operations.js';
import type { MutationResult, Sender } from '../bad-input/registry-operations.js';
import type { System } from '../harness/system.js';

/** Shelters that take nobody new, one with beds, one with none on record, and one that does something else too; answers how they go. */
export async function addClosedShelters(system: System): Promise<() => Promise<void>> {
  const organization = (await mutate(system, 'registerOrganization', { name: 'Closed doors of a test (end-to-end)' })).result!;
  const staff: Sender = { role: 'PROVIDER', organization: organization.id };
  const add = async (categories: readonly string[], total: number): Promise<MutationResult> => {
    const service = { ...farService, categories };
    const added = (await mutate(system, 'registerService', { organizationId: organization.id, service }, staff)).result!;
    if (total > 0) await mutate(system, 'defineBedPool', { serviceId: added.id, name: 'Beds', total }, staff);
    const { answer, result } = await mutate(system, 'setIntake', { serviceId: added.id, expectedVersion: 0, open: false }, staff);
    if (result?.__typename !== 'Intake') throw new Error(answer.body);
    return added;
  };
  const added = [await add(['ACCOMMODATION'], 6), await add(['ACCOMMODATION'], 0), await add(['ACCOMMODATION', 'LEGAL'], 6)];
  return async () => {
    for (const { id, version } of added) await mutate(system, 'withdrawService', { id, expectedVersion: version }, staff);
  };
}
