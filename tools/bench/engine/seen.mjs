// Measures how long after an acknowledged count a match shows it and subscriptions receive it, on the standalone process.
import { setTimeout as sleep } from 'node:timers/promises';
import { startMeasured } from '../fairness/system.mjs';
import { countFor, counts, makeShelter } from './counting.mjs';

export async function seen() {
  const system = await startMeasured();
  const shelter = await makeShelter(system.ask);
  await sleep(2_000);
  const few = await countFor(system, shelter, 1);
  const many = await countFor(system, shelter, 1_000);
  await system.remove();
  return { counts, few, many };
}
