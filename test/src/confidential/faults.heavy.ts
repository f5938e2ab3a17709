import { execFile } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRepository } from '../harness/repository.js';
import { type ConfidentialFault, confidentialFaults } from './faults.js';
import { copySources, seeded } from '../mutations/product-copy.js';

const milliseconds = 120_000;
let root: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ root, remove } = await copySources());
  const configuration = [
    'jest.config.mjs',
    'scripts',
    '.swcrc',
    'test/global-setup.mjs',
    'test/until-set-up.mjs',
    'test/global-teardown.mjs',
  ];
  for (const entry of configuration) await cp(inRepository(entry), join(root, entry), { recursive: true });
}, milliseconds);
afterAll(() => remove());

/** Runs the spec on the copy; returns whether it passes. */
async function holds({ spec }: ConfidentialFault): Promise<boolean> {
  const project = spec.includes('.db.') ? 'db' : 'unit';
  const jest = inRepository('node_modules', 'jest', 'bin', 'jest.js');
  const run = promisify(execFile)(
    process.execPath,
    ['--experimental-vm-modules', jest, '--rootDir', root, '--selectProjects', project, '--', `/${spec}`],
    { cwd: root },
  );
  return run.then(
    () => true,
    (problem: { stderr?: string }) => {
      // If the copy cannot run, the spec finds nothing.
      if (!/Tests: .*\d+ failed/.test(problem.stderr ?? '')) throw new Error(problem.stderr);
      return false;
    },
  );
}

describe('a fault in code that protects confidential places', () => {
  it.each([...new Set(Object.values(confidentialFaults).map(({ spec }) => spec))])(
    'is not reported if there is none: %s',
    async (spec) => {
      expect(await holds({ spec, file: '', find: '', replace: '' })).toBe(true);
    },
    milliseconds,
  );

  it.each(Object.entries(confidentialFaults))(
    'is found: %s',
    async (name, fault) => {
      const { right, wrong } = await seeded(root, [{ name, ...fault }]);
      const write = async (texts: ReadonlyMap<string, string>) => {
        for (const [file, text] of texts) await writeFile(join(root, file), text);
      };
      await write(wrong);
      const found = !(await holds(fault).finally(() => write(right)));
      expect(found).toBe(true);
    },
    milliseconds,
  );
});
