import { capacityOn, expireHolds, expireWaits, openCapacityDatabase, removeEndedSurges } from '@haven/capacity';
import { runLoop } from '@haven/messaging';
import { answering } from './answering.js';
import { lastComeFirstServed } from './naive-line.js';
import { run, say, tell } from './process.js';
import type { ApiRequest } from './protocol.js';

const sweepMilliseconds = 1_000;

/** The use cases of holds, as a process of capacity serves them, with its sweeper. */
await run(async ({ database: connection, naive }) => {
  const database = await openCapacityDatabase(connection, { migrate: false });
  const capacity = naive === 'last-come-first-served' ? lastComeFirstServed(capacityOn(database)) : capacityOn(database);
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
