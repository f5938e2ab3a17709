// Does one request stop the others? Sends every operation of the schema at its limits to the standalone product, and measures the longest
// wait for /health/live meanwhile, compared with the idle process.
//   npm run bench:fairness -- [services to import] [rounds] [hard shelters] [only what has this in its name]
import { loadavg } from 'node:os';
import { mutationCases, queryCases, subscriptionCases } from './cases.mjs';
import { commandsBeside } from './commands.mjs';
import { commandsToDecide, toDecide } from './coordination.mjs';
import { hardDocuments } from './documents.mjs';
import { startProbe } from './probe.mjs';
import { openSubscriptions } from './subscriptions.mjs';
import { median, rest, startMeasured } from './system.mjs';
import { makeWorld, refreshed } from './world.mjs';

const [services = 5_000, rounds = 3, shelterCount = 50] = process.argv.slice(2, 5).map(Number);
const only = new RegExp(process.argv[5] ?? '');
const goal = 50;
const idleMilliseconds = 700;
const rows = [];
async function measure(probe, what, work, times, { isNeeded = false, prepare = () => null } = {}) {
  if (!only.test(what) && !isNeeded) return;
  const waits = [];
  let answer;
  for (let round = 0; round < times; round += 1) {
    const made = await prepare();
    await rest();
    const from = performance.now();
    const seen = await probe.longest(() => work(round, made));
    answer = seen.answer;
    waits.push({ ...seen, took: performance.now() - from });
  }
  const later = waits.slice(1).map(({ wait }) => wait);
  rows.push({
    what,
    first: waits[0].wait,
    later: later.length > 0 ? Math.min(...later) : null,
    read: Math.max(...waits.map(({ readWait }) => readWait)),
    took: median(waits.map(({ took }) => took)),
    answer,
  });
  const shown = waits.map(({ wait, readWait }) => `${wait.toFixed(0)}/${readWait.toFixed(0)}`);
  console.error(`${what}: ${shown.join(' ')} ms; ${answer ?? ''}`);
}

const idle = (probe) => probe.longest(() => new Promise((resolve) => setTimeout(resolve, idleMilliseconds)));
const idleFloor = async (probe) => {
  const waits = [];
  for (let round = 0; round < 9; round += 1) waits.push((await idle(probe)).wait);
  return median(waits);
};

/** The outcome: how often, the status, the codes of failures, the size. */
function outcomeOf({ status, errors, body }, times) {
  const codes = new Set([
    ...errors.map(({ extensions }) => extensions?.code),
    ...[...body.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code),
  ]);
  const failures = [...codes].filter((code) => !/^(ASK|FITS|FIT)/.test(code)).slice(0, 2);
  return [times && `${times} ×`, status, ...failures, `${(body.length / 1_024).toFixed(0)} KiB`].filter(Boolean).join(' ');
}

async function measureOperations(probe, system, world, where) {
  for (const [name, make] of queryCases(world))
    await measure(
      probe,
      `${name}${where}`,
      async () => {
        const { times, ...operation } = make();
        return outcomeOf(await system.send(operation, name), times);
      },
      rounds,
    );
  for (const [name, make] of subscriptionCases())
    await measure(probe, `${name}, 50 of a socket${where}`, async () => openSubscriptions(system, name, make().query, 50), rounds);
  for (const [name, query] of Object.entries(hardDocuments))
    await measure(probe, `${name}${where}`, async () => outcomeOf(await system.send({ query }, name)), rounds);
}

/** Mutations use up their objects, so their worst cases are made again each time, on the current versions. */
async function measureMutations(probe, system, world) {
  for (const [name] of mutationCases(world)) {
    const prepare = async () => new Map(mutationCases(await refreshed(system.ask, world))).get(name)();
    const work = async (_, { times, ...operation }) => outcomeOf(await system.send(operation, name), times);
    await measure(probe, name, work, name.endsWith('Service') || name.startsWith('register') ? rounds : 1, { prepare });
  }
}

function report(floor) {
  const worst = [...rows].sort((a, b) => Math.max(b.first, b.later ?? 0) - Math.max(a.first, a.later ?? 0));
  const ms = (wait) => (wait === null ? '' : `${wait.toFixed(0)} ms`);
  console.log(
    `| what | longest wait, first time | least of the others | ÷ idle | longest wait for a service | it took | answer |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |`,
  );
  for (const { what, first, later, read, took, answer } of worst)
    console.log(
      `| ${what} | ${ms(first)} | ${ms(later)} | ${(Math.max(first, later ?? 0) / floor).toFixed(0)} | ${ms(read)} | ${ms(took)} | ${answer ?? ''} |`,
    );
  const over = worst.filter(({ first, later }) => (later ?? first) > goal).map(({ what }) => what);
  console.log(
    `\nIdle: ${floor.toFixed(1)} ms, the median of the longest waits in ${idleMilliseconds} ms each. Over ${goal} ms: ${over.join('; ') || 'none'}`,
  );
}

const began = loadavg()[0];
const system = await startMeasured();
const probe = await startProbe(system.url, system.tokenOf);
try {
  await rest();
  // Comes first, because it creates whatever is created on first use.
  const demo = await system.ask(
    '{ services(first: 50, filter: { categories: [ACCOMMODATION] }) { edges { node { id organization { id } } } } }',
  );
  console.error(`${demo.services.edges.length} demo shelters`);
  const floor = await idleFloor(probe);
  await measure(probe, 'first places', async () => outcomeOf(await system.send({ query: '{ places(query: "Medan") { name } }' }, 'a')), 1);
  const world = await makeWorld(system.ask, shelterCount);
  await measureOperations(probe, system, world, '');
  const { remove, ...commands } = await commandsBeside(system, services);
  for (const [name, run] of Object.entries({ ...commands, ...commandsToDecide(system, services) }))
    await measure(probe, name, async () => void (await run()), 1, { isNeeded: true });
  await remove();
  await measureOperations(probe, system, world, `, ${services} services`);
  await measureMutations(probe, system, { ...world, ...(await toDecide(system.ask)) });
  report(Math.min(floor, await idleFloor(probe)));
  console.log(`Load ${began.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after; ${new Date().toISOString()}`);
} finally {
  await probe.stop();
  await system.remove();
}
process.exit(0);
