// Generates types from schema.graphql for the console's queries; with --check it verifies that they are up to date, and checks the queries.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { root } from './stamp.mjs';

const file = new URL('src/graphql-env.d.ts', root);
const tada = (...args) =>
  execFileSync(process.execPath, [fileURLToPath(new URL('../../../node_modules/gql.tada/bin/cli.js', import.meta.url)), ...args], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'ignore', 'inherit'],
  });

const before = await readFile(file, 'utf8').catch(() => '');
tada('generate-output');
if (process.argv.includes('--check')) {
  const after = await readFile(file, 'utf8');
  await writeFile(file, before);
  if (before !== after) throw new Error('apps/console/src/graphql-env.d.ts is not of this schema. Run `npm run console:types`.');
  execFileSync(process.execPath, [fileURLToPath(new URL('../../../node_modules/gql.tada/bin/cli.js', import.meta.url)), 'check'], {
    cwd: fileURLToPath(root),
    stdio: 'inherit',
  });
}
