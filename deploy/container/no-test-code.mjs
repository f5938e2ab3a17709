// Fails while anything that only tests or developers need is in the image. The last stage of the Dockerfile runs it.
// node deploy/container/no-test-code.mjs [FOLDER]
import { existsSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';

const top = resolve(process.argv[2] ?? '.');
const folders = ['test', 'tools', 'libs/testing', 'libs/security/eslint', 'libs/demo/check', 'libs/demo/generator'];
const packages = [
  '@haven/testing',
  '@haven/test',
  '@haven/chaos',
  '@haven/bench',
  '@jest/globals',
  'jest',
  'fast-check',
  'typescript',
  'eslint',
];
const files = '{apps,libs}/**/*.{spec,fixture,contract}.*';

const found = [
  ...[...folders, ...packages.map((name) => join('node_modules', name))].filter((path) => existsSync(join(top, path))),
  ...globSync(files, { cwd: top, exclude: (path) => path.includes('node_modules') }),
];
if (found.length > 0) {
  process.stderr.write(`Only tests or developers need these, and they are in the image:\n${found.join('\n')}\n`);
  process.exit(1);
}
