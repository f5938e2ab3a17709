import { capacityOn, changeHold, expireHolds, holdBeds, openCapacityDatabase, setBedCounts } from '@haven/capacity';
import type { HoldBedsCommand, HoldTransitionCommand, SetBedCountsCommand } from '@haven/capacity';
import { runLoop } from '@haven/messaging';
import type { Caller } from '@haven/security';
import { naiveHoldBeds } from './naive-claim.js';
import { run, say, tell } from './process.js';
import type { ApiRequest } from './protocol.js';

const sweepMilliseconds = 1_000;
const caseworker = (subject: string): Caller => ({ subject, role: 'CASEWORKER', organizationId: 'ngo' });
const staff = (subject: string): Caller => ({ subject, role: 'PROVIDER', organizationId: 'shelters' });

/** The use cases of holds, as a process of capacity serves them, with its sweeper. */
await run(async ({ database: connection, naive }) => {
  const database = await openCapacityDatabase(connection, { migrate: false });
  const capacity = capacityOn(database);
  const claim = (caller: Caller, command: HoldBedsCommand) =>
    naive ? naiveHoldBeds(database, caller, command) : holdBeds(capacity, caller, command);
  const answer = ({ operation, key, subject, input }: ApiRequest): Promise<unknown> => {
    const command = { ...input, idempotencyKey: key } as never;
    switch (operation) {
      case 'availability':
        return capacity.availability((input as { serviceId: string }).serviceId);
      case 'holdBeds':
        return claim(caseworker(subject!), command);
      case 'setBedCounts':
        return setBedCounts(capacity, staff(subject!), command as SetBedCountsCommand);
      case 'declineHold':
        return changeHold(capacity, staff(subject!), operation, command as HoldTransitionCommand);
      case 'confirmHold':
      case 'releaseHold':
      case 'checkOut':
        return changeHold(capacity, caseworker(subject!), operation, command as HoldTransitionCommand);
    }
  };
  process.on('message', (request: ApiRequest) => {
    const { id } = request;
    answer(request).then(
      (value) => say({ id, answer: value }),
      (error: unknown) => (tell(error), say({ id, problem: String(error) })),
    );
  });
  const sweeper = runLoop(async () => (await expireHolds(capacity)) > 0, tell, sweepMilliseconds);
  return async () => {
    await sweeper.stop();
    await database.close();
  };
});
