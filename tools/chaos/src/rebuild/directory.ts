import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutate } from '@haven/test/bad-input/registry-operations';
import type { System } from '@haven/test/harness/system';
import { manyServices } from '@haven/test/kill/many-services';

/** Imports so many services, two fifths of which have beds. */
export async function importServices(system: System, count: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'haven-rebuild-'));
  try {
    const file = join(directory, 'services.ndjson');
    await writeFile(file, manyServices(count));
    await system.haven('import', file);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Withdraws services from the directory. */
export async function withdraw(system: System, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { service } = await system.query<{ service: { version: number } }>('query ($id: ID!) { service(id: $id) { version } }', { id });
    const { answer, result } = await mutate(system, 'withdrawService', { id, expectedVersion: service.version });
    if (!result || 'code' in result) throw new Error(`withdrawService: ${answer.body.slice(0, 300)}`);
  }
}
