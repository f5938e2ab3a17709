import { capacityConsumer, capacityMeasures, CapacityModule, capacityOn, openCapacityDatabase, retellBeds } from '@haven/capacity';
import { availabilityTopic, holdTopic } from '@haven/contracts';
import { carryFailed, retellCommand, runService, settled } from '@haven/server';

await runService({
  name: 'capacity',
  openDatabase: openCapacityDatabase,
  hasOutbox: true,
  consumer: capacityConsumer,
  measures: capacityMeasures,
  tails: [availabilityTopic, holdTopic],
  compose: (parts) => {
    const { database, bus, clock, log, settings } = parts;
    const { caseReference } = settings;
    return {
      imports: [CapacityModule.forRoot({ database, bus, clock, caseReference, onError: carryFailed(log) })],
      commands: { retell: retellCommand({ shelters: (onBatch) => retellBeds(capacityOn(database), onBatch) }, () => settled(parts)) },
    };
  },
});
