// The standalone process on the demo directory, compared with an earlier version, in alternation within one run.
//   HAVEN_BENCH_BEFORE: the top of a worktree of that version, built
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startMeasured } from '../fairness/system.mjs';
import { ask } from './processes.mjs';

const rounds = 4;
const how = { clients: 16, seconds: 4, warmUp: 1 };
const scenario = 'three needs, demo';

const commitOf = (top) => execFileSync('git', ['-C', top, 'rev-parse', '--short', 'HEAD']).toString().trim();
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const inTheMiddle = (all) => ({ rate: median(all.map(({ rate }) => rate)), p50: median(all.map(({ p50 }) => p50)) });

export async function demo({ before }) {
  const top = process.env['HAVEN_BENCH_BEFORE'];
  if (!top) return before;
  // Its folder before it became a tool.
  const bench = ['tools/bench', 'bench'].find((folder) => existsSync(join(top, folder)));
  const other = await import(join(top, bench, 'fairness/system.mjs'));
  const systems = [await other.startMeasured(), await startMeasured()];
  const asked = [[], []];
  for (let round = 0; round < rounds; round += 1)
    for (const [i, { url, tokenOf }] of systems.entries())
      asked[i].push(await ask('clients.mjs', { url, token: await tokenOf(`bench ${round}`, 'CASEWORKER'), scenario, how }));
  for (const system of systems) await system.remove();
  return { commit: commitOf(top), scenario, earlier: inTheMiddle(asked[0]), now: inTheMiddle(asked[1]) };
}
