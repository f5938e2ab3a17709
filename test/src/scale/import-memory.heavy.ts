import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importInto } from '../directories/import-report.js';
import type { ImportReport } from '../directories/import-report.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { notFlat } from './flat.js';
import type { MemorySample } from './flat.js';
import { expectedCounts, writeServices } from './generated-directory.js';
import { openMemoryProbe } from './memory-probe.js';

const serviceCount = Number(process.env['HAVEN_SCALE_SERVICES'] ?? 100_000);
/** Often enough that the phases of a small import give samples too. */
const everyMilliseconds = Math.min(2_000, serviceCount / 20);
const limitMilliseconds = 180_000 + serviceCount * 25;

/** Reading stores records, publishing sends them to the other services. Each must be flat separately, or one could hide the other. */
type Phase = 'reading' | 'publishing';

let system: OwnSystem;
let directory: string;
let report: ImportReport;
const samples: Record<Phase, MemorySample[]> = { reading: [], publishing: [] };

const publishedServices = async (): Promise<number> =>
  (await system.query<{ services: { totalCount: number } }>('{ services { totalCount } }')).services.totalCount;

async function watchMemory(importing: Promise<unknown>): Promise<void> {
  const probe = await openMemoryProbe(system.pid(), system.output());
  let running = true;
  const stop = () => (running = false);
  importing.then(stop, stop);
  while (running) {
    const sample = await probe.sample();
    const phase = (await publishedServices()) > 0 ? 'publishing' : 'reading';
    if (running) samples[phase].push(sample);
    await sleep(everyMilliseconds);
  }
  probe.close();
}

const span = (phase: Phase, part: keyof MemorySample): string => {
  const values = samples[phase].map((sample) => sample[part]);
  return `${part} ${values[0]} → ${values.at(-1)} MiB (at most ${Math.max(...values)})`;
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'haven-scale-'));
  const file = join(directory, 'services.ndjson');
  await writeServices(file, serviceCount);
  system = await startSystem({ nodeFlags: ['--inspect=127.0.0.1:0'] });
  const since = Date.now();
  const importing = importInto(system, file, 'haven', limitMilliseconds);
  await watchMemory(importing);
  report = await importing;
  const seconds = (Date.now() - since) / 1_000;
  console.info(`${serviceCount} services in ${seconds.toFixed(0)} s, ${(serviceCount / seconds).toFixed(0)} a second`);
  for (const phase of ['reading', 'publishing'] as const)
    console.info(`${phase}: ${span(phase, 'rss')}, ${span(phase, 'heap')}, ${samples[phase].length} samples`);
}, limitMilliseconds + 120_000);

afterAll(async () => {
  await system?.remove();
  await rm(directory, { recursive: true, force: true });
}, 60_000);

describe(`an import of ${serviceCount} services into an empty system`, () => {
  it('stores every object once, and reports nothing else', async () => {
    const counts = Object.fromEntries(Object.entries(report.summary).map(([object, { read, stored }]) => [object, { read, stored }]));
    expect(counts).toEqual(expectedCounts(serviceCount));
    expect(Object.values(report.summary).map(({ skipped }) => skipped)).toEqual(Object.values(report.summary).map(() => 0));
    expect(await publishedServices()).toBe(serviceCount);
  }, 60_000);

  it.each(['reading', 'publishing'] as const)('takes no more memory the longer it is %s', (phase) => {
    expect(notFlat(samples[phase])).toBeNull();
  });
});
