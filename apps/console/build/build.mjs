// Builds the console into dist/, unless that was made from the same sources: `npm start` calls this each time.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dist, stampOf } from './stamp.mjs';

const stampFile = new URL('stamp', dist);
const [stamp, built] = await Promise.all([stampOf(), readFile(stampFile, 'utf8').catch(() => null)]);

if (stamp !== built) {
  await rm(stampFile, { force: true });
  // Half a second of loading, which an unchanged console need not wait for.
  const { buildSite } = await import('./build-site.mjs');
  await buildSite();
  await writeFile(stampFile, stamp);
}
