import { printSubgraphSchema } from '@apollo/subgraph';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { ServiceSettings } from '@haven/config';
import { systemClock } from '@haven/kernel';
import { createApplication } from '../http/create-http-server.js';
import { createLog } from '../log.js';
import { createMetrics } from '../metrics/metrics.js';
import type { ServiceDefinition, ServiceParts } from './service-parts.js';

/** Writes the service's subgraph (Federation 2 SDL) to stdout and exits. Needs no database, no Kafka and no settings. */
export async function printSchema(definition: ServiceDefinition): Promise<void> {
  const parts = partsThatNobodyUses(definition);
  const { imports, providers = [] } = await definition.compose(parts);
  const nobody = () => Promise.reject(new Error('Only the schema was asked for.'));
  const app = await createApplication({
    port: 0,
    host: '127.0.0.1',
    log: parts.log,
    authenticate: nobody,
    metrics: parts.metrics,
    notReady: nobody,
    graph: 'subgraph',
    imports,
    providers,
  });
  await app.init();
  process.stdout.write(`${printSubgraphSchema(app.get(GraphQLSchemaHost).schema).trim()}\n`, () => process.exit(0));
}

/** Composition does not use the parts, so a schema can be printed without them. */
function partsThatNobodyUses({ name }: ServiceDefinition): ServiceParts {
  const settings = { vaultKey: Buffer.alloc(32).toString('base64'), tieKey: 'none' } as ServiceSettings;
  const known = {
    settings,
    log: createLog(name, 'error'),
    clock: systemClock,
    metrics: createMetrics(name),
    relay: null,
    subscription: null,
  };
  return known as unknown as ServiceParts;
}
