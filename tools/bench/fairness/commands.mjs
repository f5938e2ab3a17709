// The command line beside a server: what a maintainer of the directory does while others ask.
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeServices } from '@haven/test/scale/generated-directory';

/** The commands in this order; the import makes the directory large. */
export async function commandsBeside(system, services) {
  const file = join(tmpdir(), `haven-fairness-${process.pid}.ndjson`);
  const out = (ending) => join(tmpdir(), `haven-fairness-${process.pid}-out.${ending}`);
  await writeServices(file, services);
  return {
    [`import of ${services} services`]: () => system.haven('import', file, '--source', 'scale'),
    'the same import again': () => system.haven('import', file, '--source', 'scale'),
    'export, one JSON file': () => system.haven('export', out('ndjson')),
    'export, CSV': () => system.haven('export', out('tables'), '--format', 'csv'),
    'rebuild of matching': () => system.haven('rebuild', 'matching'),
    remove: () => Promise.all([file, out('ndjson'), out('tables')].map((path) => rm(path, { recursive: true, force: true }))),
  };
}
