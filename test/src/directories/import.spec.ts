import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { badFiles } from './bad-files.js';
import { codesOf, countsOf, importInto } from './import-report.js';

const describeOwn = ownProcesses ? describe : describe.skip;

let system: OwnSystem;

describeOwn('import', () => {
  beforeAll(async () => {
    system = await startSystem();
  }, 150_000);

  afterAll(async () => {
    await system.remove();
  }, 30_000);

  describe('of bad input', () => {
    it.each(badFiles)(
      '$name: is reported, the rest is stored, and the system stays well',
      async ({ codes, services, write }) => {
        const directory = await mkdtemp(join(tmpdir(), 'haven-bad-'));
        try {
          const report = await importInto(system, await write(directory));
          expect(codesOf(report)).toEqual(expect.arrayContaining([...codes]));
          expect(report.lines.length).toBeGreaterThan(0);
          expect(countsOf(report, 'service').stored).toBe(services);
          expect((await fetch(`${system.url}/health/ready`)).status).toBe(200);
          expect(system.running()).toBe(true);
        } finally {
          await rm(directory, { recursive: true, force: true });
        }
      },
      60_000,
    );

    it('keeps every letter, and makes no entry from nothing', async () => {
      const { services } = await system.query<{ services: { edges: { node: { name: string } }[] } }>(
        '{ services(first: 100) { edges { node { name } } } }',
      );
      const names = services.edges.map(({ node }) => node.name);
      expect(names).toContain('Fundación Niños');
      expect(names.filter((name) => /unnamed|\ufffd/i.test(name))).toEqual([]);
    });

    it('leaves nothing of a system file, of a polluted key or of a stack behind', async () => {
      const all = JSON.stringify(await system.query<object>('{ services(first: 50) { edges { node { name hsds } } } }'));
      expect(all).not.toMatch(/root:x:0|polluted/);
      expect(system.output()).not.toMatch(/^\s+at .+:\d+:\d+/m);
    });
  });
});
