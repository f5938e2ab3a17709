// A hundred hostile clients, and beside them a few who only do their work. How long do these wait, compared with the same run without the
// others, and how much memory does the process need?
//   npm run bench:hostile -- [seconds] [hard shelters]
import { readFile } from 'node:fs/promises';
import { loadavg, setPriority } from 'node:os';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { made } from '../fairness/hard-shelters.mjs';
import { startMeasured } from '../fairness/system.mjs';
import { makeWorld } from '../fairness/world.mjs';
import { people, work } from './people.mjs';

const [seconds = 40, shelterCount = 10] = process.argv.slice(2).map(Number);
const at = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

async function memoryOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1_024;
}

/** In its own process, so that the attackers' reading and writing does not slow down the people here. */
async function attack(system, world) {
  const child = fork(new URL('attack.mjs', import.meta.url));
  // Real attackers have their own machines and do not use the server's processors.
  setPriority(child.pid, 15);
  child.send({ url: system.url, dataDirectory: system.dataDirectory, world: { ...world, hour: undefined } });
  await once(child, 'message');
  return {
    stop: async () => {
      child.send('stop');
      const [seen] = await once(child, 'message');
      child.kill();
      return seen;
    },
  };
}

const began = loadavg()[0];
const system = await startMeasured();
try {
  const world = await makeWorld(system.ask, shelterCount);
  const pool = { serviceId: world.other, name: 'Quiet', total: 10 };
  world.quiet = { id: await made(system.ask, 'defineBedPool', 'DefineBedPoolInput', pool) };
  const doings = people(system, world);
  console.error('The people begin …');
  await work(doings, 5);
  const memoryBefore = await memoryOf(system.pid());
  const quiet = await work(doings, seconds);
  console.error('The hundred begin …');
  const attacked = await attack(system, world);
  await sleep(2_000);
  const beside = await work(doings, seconds);
  console.error('The hundred stop …');
  const memory = await memoryOf(system.pid());
  const seen = await attacked.stop();
  console.log('| who | quiet p50 / p99 ms | under attack p50 / p99 ms | ratio p99 | calls, failed |\n| --- | ---: | ---: | ---: | ---: |');
  for (const [name, { times, failed }] of Object.entries(beside)) {
    const [before, now] = [quiet[name].times, times].map((one) => ({ p50: at(one, 0.5), p99: at(one, 0.99) }));
    const both = ({ p50, p99 }) => `${p50.toFixed(0)} / ${p99.toFixed(0)}`;
    console.log(
      `| ${name} | ${both(before)} | ${both(now)} | ${(now.p99 / before.p99).toFixed(1)} | ${quiet[name].times.length} then ${times.length}, ${failed} |`,
    );
  }
  console.log(
    `\nPeak of memory: ${memoryBefore.toFixed(0)} MiB before the attack, ${memory.toFixed(0)} MiB after.\n\nHow the hundred were answered:`,
  );
  for (const [name, counts] of Object.entries(seen))
    console.log(
      `- ${name}: ${Object.entries(counts)
        .map(([what, n]) => `${n} × ${what}`)
        .join(', ')}`,
    );
  console.log(`\nLoad ${began.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after; ${new Date().toISOString()}`);
} finally {
  await system.remove();
}
process.exit(0);
