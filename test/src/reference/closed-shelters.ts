import { farService, mutate, withdraw } from '../bad-input/registry-operations.js';
import type { MutationResult, Sender } from '../bad-input/registry-operations.js';
import type { System } from '../harness/system.js';

/** Shelters that take nobody new, one with beds, one with none on record, and one that does something else too; answers how they go. */
export async function addClosedShelters(system: System): Promise<() => Promise<void>> {
  const organization = (await mutate(system, 'registerOrganization', { name: 'Closed doors of a test (end-to-end)' })).result!;
  const staff: Sender = { role: 'PROVIDER', organization: organization.id };
  const add = async (name: string, categories: readonly string[], total: number): Promise<MutationResult> => {
    const service = { ...farService, name, categories };
    const added = (await mutate(system, 'registerService', { organizationId: organization.id, service }, staff)).result!;
    if (total > 0) await mutate(system, 'defineBedPool', { serviceId: added.id, name: 'Beds', total }, staff);
    const { answer, result } = await mutate(system, 'setIntake', { serviceId: added.id, expectedVersion: 0, open: false }, staff);
    if (result?.__typename !== 'Intake') throw new Error(answer.body);
    return added;
  };
  const added = [
    await add('Closed, with beds', ['ACCOMMODATION'], 6),
    await add('Closed, beds unknown', ['ACCOMMODATION'], 0),
    await add('Closed, gives advice', ['ACCOMMODATION', 'LEGAL'], 6),
  ];
  return async () => {
    for (const { id } of added) await withdraw(system, id);
  };
}
