import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../harness/shared-system.js';
import { operationNames } from './operations.js';
import { play } from './play.js';
import { questionsOf } from './queries.js';
import { emptyDirectory, endTwins, startTwins } from './twins.js';
import type { Twins } from './twins.js';

const describeOwn = ownProcesses ? describe : describe.skip;
const seeds = (process.env['HAVEN_TWIN_SEEDS'] ?? '1,2').split(',').map(Number);
const randomMatches = Number(process.env['HAVEN_TWIN_QUESTIONS'] ?? 300);

let template: string;

beforeAll(async () => {
  if (ownProcesses) template = await emptyDirectory({});
}, 180_000);

afterAll(async () => {
  if (ownProcesses) await rm(template, { recursive: true, force: true });
});

describe('the questions', () => {
  it('ask every query of the graph', () => {
    expect(Object.keys(questionsOf).sort()).toEqual(operationNames('query'));
  });
});

describeOwn.each(seeds)('worlds that differ only in where confidential places are, seed %d', (seed) => {
  let twins: Twins;
  beforeAll(async () => {
    twins = await startTwins({ template });
  }, 300_000);
  afterAll(() => endTwins(twins), 60_000);

  it('look the same to everybody', async () => {
    const sent = await play(twins, { seed, services: 12, randomMatches });
    expect(sent).toEqual(operationNames('mutation'));
    const found = twins.differences.map(({ what, first, second }) => `${what}\n--- first\n${first}\n--- second\n${second}`);
    expect(found.join('\n\n').slice(0, 10_000)).toBe('');
  }, 600_000);
});
