// Builds the console into dist/, unless dist/ was built from the same sources: `npm start` runs this each time.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dist, stampOf } from './stamp.mjs';

const stampFile = new URL('stamp', dist);
const [stamp, built] = await Promise.all([stampOf(), readFile(stampFile, 'utf8').catch(() => null)]);

if (stamp !== built) {
  await rm(stampFile, { force: true });
  // Loading this takes half a second, which an unchanged console does not need.
  const { buildSite } = await import('./build-site.mjs');
  await buildSite();
  await writeFile(stampFile, stamp);
}
