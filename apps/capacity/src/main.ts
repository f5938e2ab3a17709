import { capacityConsumer, CapacityModule, openCapacityDatabase, stalePools } from '@haven/capacity';
import { availabilityTopic } from '@haven/contracts';
import { carryFailed, runService } from '@haven/server';

await runService({
  name: 'capacity',
  openDatabase: openCapacityDatabase,
  hasOutbox: true,
  consumer: capacityConsumer,
  measures: [{ name: 'haven_pools_stale', help: 'Pools whose count is older than a day or was never given', read: stalePools }],
  tails: [availabilityTopic],
  compose: ({ database, bus, clock, log }) => ({ imports: [CapacityModule.forRoot({ database, bus, clock, onError: carryFailed(log) })] }),
});
