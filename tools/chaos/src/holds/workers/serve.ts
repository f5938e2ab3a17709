import { capacityOn, expireHolds, expireWaits, openCapacityDatabase, removeEndedSurges, type Capacity } from '@haven/capacity';
import { runLoop } from '@haven/messaging';
import { answering } from './answering.js';
import { lastComeFirstServed } from './naive-line.js';
import { rulesOfPoolsOnly } from './naive-rule.js';
import { run, say, tell } from './process.js';
import type { ApiRequest, ApiSettings } from './protocol.js';

const sweepMilliseconds = 1_000;

const asIs = (capacity: Capacity): Capacity => capacity;
const made: Readonly<Record<NonNullable<ApiSettings['naive']>, (capacity: Capacity) => Capacity>> = {
  'reads-then-writes': asIs,
  'last-come-first-served': lastComeFirstServed,
  'rules-of-pools-only': rulesOfPoolsOnly,
};

/** Serves the use cases of holds, like a process of capacity with its sweeper. */
await run(async ({ database: connection, naive }) => {
  const database = await openCapacityDatabase(connection, { migrate: false });
  const capacity = (naive ? made[naive] : asIs)(capacityOn(database));
  const answer = answering(database, capacity, naive);
  process.on('message', (request: ApiRequest) => {
    const { id } = request;
    answer(request).then(
      (value) => say({ id, answer: value }),
      (error: unknown) => (tell(error), say({ id, problem: String(error) })),
    );
  });
  const sweep = async () => (await expireHolds(capacity)) + (await expireWaits(capacity)) + (await removeEndedSurges(capacity)) > 0;
  const sweeper = runLoop(sweep, tell, sweepMilliseconds);
  return async () => {
    await sweeper.stop();
    await database.close();
  };
});
