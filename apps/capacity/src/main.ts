import {
  agedInCapacity,
  capacityConsumer,
  capacityMeasures,
  CapacityModule,
  capacityOn,
  learnRules,
  openCapacityDatabase,
  retellBeds,
} from '@haven/capacity';
import { availabilityTopic, holdTopic } from '@haven/events';
import { carryFailed, retellCommand, runService, settled } from '@haven/server';

await runService({
  name: 'capacity',
  openDatabase: openCapacityDatabase,
  aged: agedInCapacity,
  consumer: capacityConsumer,
  measures: capacityMeasures,
  tails: [availabilityTopic, holdTopic],
  compose: (parts) => {
    const { database, bus, clock, log, settings } = parts;
    const { caseReference } = settings;
    const onError = carryFailed(log);
    return {
      // In the background, because Kafka may be away.
      begin: () => Promise.resolve(void learnRules(database, bus).catch(onError)),
      imports: [CapacityModule.forRoot({ database, bus, clock, caseReference, onError })],
      commands: { retell: retellCommand({ shelters: (onBatch) => retellBeds(capacityOn(database), onBatch) }, () => settled(parts)) },
    };
  },
});
