import { capacityConsumer, capacityMeasures, CapacityModule, openCapacityDatabase } from '@haven/capacity';
import { availabilityTopic, holdTopic } from '@haven/contracts';
import { carryFailed, runService } from '@haven/server';

await runService({
  name: 'capacity',
  openDatabase: openCapacityDatabase,
  hasOutbox: true,
  consumer: capacityConsumer,
  measures: capacityMeasures,
  tails: [availabilityTopic, holdTopic],
  compose: ({ database, bus, clock, log }) => ({ imports: [CapacityModule.forRoot({ database, bus, clock, onError: carryFailed(log) })] }),
});
