import { capacityConsumer, CapacityModule, openCapacityDatabase } from '@haven/capacity';
import { availabilityTopic } from '@haven/contracts';
import { runService } from '@haven/server';

await runService({
  name: 'capacity',
  openDatabase: openCapacityDatabase,
  hasOutbox: true,
  consumer: capacityConsumer,
  tails: [availabilityTopic],
  compose: ({ database, bus, clock }) => ({ imports: [CapacityModule.forRoot({ database, bus, clock })] }),
});
