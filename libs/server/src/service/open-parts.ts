import { startMeasures } from '../metrics/start-measures.js';
import type { ServiceSettings } from '@haven/config';
import { systemClock } from '@haven/kernel';
import { openKafkaEventBus, type EventBus } from '@haven/messaging';
import { connectionFromUrl } from '@haven/persistence';
import type { Logger } from 'pino';
import { carryFailed, startFlow } from '../flow.js';
import { createProcessLog } from '../log.js';
import { createMetrics } from '../metrics/metrics.js';
import type { ReverseStack } from '../reverse-stack.js';
import type { ServiceDefinition, ServiceParts } from './service-parts.js';

/** Opens database, bus, relay and consumer of a service. Whatever is open is on the stack, even if a later part fails. */
export async function openParts(definition: ServiceDefinition, settings: ServiceSettings, opened: ReverseStack): Promise<ServiceParts> {
  const log = createProcessLog(definition.name, settings.logLevel);
  const metrics = createMetrics(definition.name);
  const database = await definition.openDatabase(connectionFromUrl(settings.databaseUrl), { migrate: settings.migrate });
  opened.push(() => database.close());
  const bus = openBus(definition, settings, log);
  opened.push(() => bus.close());
  const { name: schema, aged, consumer, measures = [] } = definition;
  startMeasures(metrics, database, measures);
  const flow = await startFlow({ schema, database, aged, consumer, bus, log, metrics }, opened);
  return { settings, log, clock: systemClock, database, bus, metrics, ...flow };
}

function openBus({ name, tails }: ServiceDefinition, { kafka }: ServiceSettings, log: Logger): EventBus {
  return openKafkaEventBus({
    connection: { ...kafka, clientId: `haven-${name}` },
    tails,
    tell: (level, text) => log[level](text),
    onError: carryFailed(log),
    onStalled: (group, why) => {
      log.fatal({ group, why }, 'A consumer hangs; this process ends so that another one replaces it');
      process.exit(1);
    },
  });
}
