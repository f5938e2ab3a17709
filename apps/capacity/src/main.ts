import { capacityConsumer, CapacityModule, openCapacityDatabase, stalePools } from '@haven/capacity';
import { availabilityTopic } from '@haven/contracts';
import { runService } from '@haven/server';

await runService({
  name: 'capacity',
  openDatabase: openCapacityDatabase,
  hasOutbox: true,
  consumer: capacityConsumer,
  measures: [{ name: 'haven_pools_stale', help: 'Pools whose count is older than a day or was never given', read: stalePools }],
  tails: [availabilityTopic],
  compose: ({ database, bus, clock }) => ({ imports: [CapacityModule.forRoot({ database, bus, clock })] }),
});
