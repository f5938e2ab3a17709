// Compares a coordinator's lists of a large directory with a count of the rows that each list reads, in the same run.
//   npm run bench:lists -- [services]        (HAVEN_TEST_POSTGRES_URL: on a server instead of the embedded database)
import { randomBytes } from 'node:crypto';
import { loadDirectory, openRegistryDatabase, registryOn } from '@haven/registry';
import { createVaultCipher } from '@haven/security';
import { openTestDatabase } from '@haven/testing';
import { flatten } from '../../../libs/registry/dist/hsds/flatten.js';
import { directoryQuality } from '../../../libs/registry/dist/quality/directory-quality.js';
import { missingServices } from '../../../libs/registry/dist/quality/missing-services.js';
import { possiblePairs } from '../../../libs/registry/dist/quality/service-pairs.js';
import { directory } from './two-sources.mjs';

const services = Number(process.argv[2] ?? 10_000);
const rounds = 20;

async function* itemsOf(all) {
  for (const service of all)
    for (const { record, reads } of flatten('service', service).records)
      yield { kind: 'record', record, reads, file: 'made-up.json', row: 1 };
}

async function medianOf(work) {
  const times = [];
  for (let round = -3; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[rounds / 2];
}

const server = await openTestDatabase();
const database = await openRegistryDatabase(server.connection);
const registry = registryOn(database, createVaultCipher([randomBytes(32)]));
const half = Math.floor(services / 2);
for (const source of ['north', 'south']) await loadDirectory(registry, itemsOf(directory(source, half)), { source, isWhole: true });
await loadDirectory(registry, itemsOf(directory('south', half, { without: (n) => n % 20 === 1 })), { source: 'south', isWhole: true });

const middle = (await possiblePairs(registry, ['north-5', ''], 1)).items[0].services.map(({ id }) => id);
const lists = {
  'possiblePairs, first page': [() => possiblePairs(registry, null, 50), 'entry_likeness'],
  'possiblePairs, from the middle': [() => possiblePairs(registry, middle, 50), 'entry_likeness'],
  directoryQuality: [() => directoryQuality(registry), 'entry_quality'],
  missingServices: [() => missingServices(registry, null, null, 50), 'listed_service'],
};
for (const state of ['without statistics', 'analysed']) {
  if (state === 'analysed') await database.dataSource.query('ANALYZE');
  for (const [name, [list, table]] of Object.entries(lists)) {
    const floor = await medianOf(() => database.transaction((tx) => tx.query(`SELECT count(*) FROM registry.${table}`)));
    const took = await medianOf(list);
    console.log(
      `${services} services, ${state}, ${name}: ${took.toFixed(1)} ms; count of ${table} ${floor.toFixed(1)} ms; ratio ${(took / floor).toFixed(1)}`,
    );
  }
}
await database.close();
await server.close();
process.exit(0);
