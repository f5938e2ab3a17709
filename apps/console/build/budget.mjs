// Fails if an old phone has to fetch too much script before a screen can be used.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { dist } from './stamp.mjs';

/** In kB of gzip: the shell with sign-in, and each screen with the shell and its English texts. */
const shell = 'index.html';
const budgets = { 'screens/beds': 150, 'screens/find': 196, 'screens/holds': 170, [shell]: 145 };
/** The map is for people at a desk; the page fetches it after everything else. */
const neverBefore = /maplibre/;

const chunks = JSON.parse(await readFile(new URL('site/.vite/manifest.json', dist), 'utf8'));
const sizes = new Map();
for (const { file } of Object.values(chunks))
  if (file.endsWith('.js')) sizes.set(file, gzipSync(await readFile(new URL(`site/${file}`, dist)), { level: 9 }).length);

/** All scripts that a chunk needs before it can start. */
function neededBy(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const other of chunks[key].imports ?? []) neededBy(other, seen);
  return seen;
}

/** Files deeper in the folder of a screen are fetched on demand. */
const isScreen = (key, name) => chunks[key].isDynamicEntry && key.includes(`${name}/`) && /^[^/]+\.tsx$/.test(key.split(`${name}/`)[1]);

const problems = [];
for (const [name, maximum] of Object.entries(budgets)) {
  const keys = Object.keys(chunks).filter((key) => key === name || (name !== shell && isScreen(key, name)));
  if (keys.length === 0) continue;
  const texts = Object.keys(chunks).filter(
    (key) => key.endsWith('messages/en.json') && (key.includes('i18n/') || key.includes(`${name}/`)),
  );
  const needed = new Set([shell, ...keys, ...texts].flatMap((key) => [...neededBy(key)]));
  const bytes = [...needed].reduce((sum, key) => sum + (sizes.get(chunks[key].file) ?? 0), 0);
  const line = `${name}: ${(bytes / 1_000).toFixed(1)} of ${maximum} kB`;
  process.stdout.write(`${line}\n`);
  if (bytes > maximum * 1_000) problems.push(line);
  if ([...needed].some((key) => neverBefore.test(key))) problems.push(`${name} fetches the map before it can be used.`);
}
if (problems.length > 0) {
  process.stderr.write(`Over budget:\n${problems.join('\n')}\nFetch later what is not needed first (\`import()\`), or do without.\n`);
  process.exitCode = 1;
}
