// Measures how long a match takes, with several comparisons. Writes docs/performance.json and the tables in docs/performance.md; figures
// that are not measured this time stay.
//   npm run bench -- [parts, as matches,updates,seen,kafka,rebuild,demo] [sizes, as 10000,100000,1000000] [scenarios]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from './databases.mjs';
import { demo } from './demo.mjs';
import { kafka } from './kafka.mjs';
import { matches } from './matches.mjs';
import { rebuild } from './rebuild.mjs';
import { seen } from './seen.mjs';
import { writeTables } from './table.mjs';
import { updates } from './updates.mjs';

const parts = { matches, updates, seen, kafka, rebuild, demo };
const [chosen = Object.keys(parts), sizes = ['10000', '100000', '1000000'], names] = process.argv.slice(2).map((one) => one.split(','));
const figures = new URL('../../../docs/performance.json', import.meta.url);
const page = new URL('../../../docs/performance.md', import.meta.url);

const known = JSON.parse(readFileSync(figures, 'utf8'));
const keys = mkdtempSync(join(tmpdir(), 'haven-bench-keys-'));
const server = await openServer();
try {
  for (const part of chosen) {
    const measured = await parts[part]({ server, keys, sizes: sizes.map(Number), names, before: known[part] });
    console.error(JSON.stringify({ part, ...(part === 'matches' ? measured.control : measured) }));
    known[part] = { at: new Date().toISOString(), node: process.version, processors: cpus().length, ...measured };
    writeFileSync(figures, `${JSON.stringify(known, null, 2)}\n`);
    writeFileSync(page, writeTables(readFileSync(page, 'utf8'), known));
  }
} finally {
  await server.stop();
  rmSync(keys, { recursive: true, force: true });
}
process.exit(0);
