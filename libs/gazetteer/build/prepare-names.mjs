// Packs the names of the world's cities into dist/, unless that was done with the same files and code: `npm start` runs this each.
import { stat } from 'node:fs/promises';
import { areNamesPrepared, writePreparedNames } from '../dist/prepared-names.js';

const changedAt = (file) => stat(new URL(file, import.meta.url)).then(({ mtimeMs }) => mtimeMs);
const code = ['gazetteer/dist/cities.js', 'gazetteer/dist/name-index.js', 'gazetteer/dist/other-names.js', 'kernel/dist/folded.js'];
const [packed, ...changed] = await Promise.all([
  changedAt('../dist/names.bin').catch(() => 0),
  ...code.map((file) => changedAt(`../../${file}`)),
]);

if (packed < Math.max(...changed) || !(await areNamesPrepared())) {
  const { readCities } = await import('../dist/cities.js');
  const { readOtherNames } = await import('../dist/other-names.js');
  await writePreparedNames(await readOtherNames(await readCities()));
}
