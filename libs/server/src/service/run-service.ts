import { readServiceSettings, type ServiceSettings } from '@haven/config';
import { systemClock } from '@haven/kernel';
import { connectionFromUrl } from '@haven/persistence';
import { createAuthenticate, createTokenVerifier, remoteKeySet, type Authenticate, type KeySet } from '@haven/security';
import { openControlServer } from '../control/control-server.js';
import { runOf } from '../control/commands.js';
import { discardCommand, parkedCommand, type ParkingPlace } from '../control/parked.js';
import { settleCommand } from '../control/settle.js';
import { explainAnyFailure } from '../explain-any-failure.js';
import { settled } from '../flow.js';
import { createHttpServer } from '../http/create-http-server.js';
import { databasesAnswer } from '../http/databases-answer.js';
import { opening, type ReverseStack } from '../reverse-stack.js';
import { runProcess, say, type Running } from '../run-process.js';
import { startTracing } from '../tracing/start-tracing.js';
import { openParts } from './open-parts.js';
import { printSchema } from './print-schema.js';
import { caughtUp } from './caught-up.js';
import type { ServiceDefinition, ServiceParts } from './service-parts.js';

/**
 * Runs a service of the distributed system as this process. `--migrate` only changes its tables; `--print-schema` only prints its subgraph.
 */
export async function runService(definition: ServiceDefinition): Promise<void> {
  if (process.argv.includes('--migrate')) return runProcess(() => migrate(definition), explainAnyFailure);
  if (process.argv.includes('--print-schema')) return printSchema(definition);
  return runProcess(() => opening((opened) => start(definition, readServiceSettings(process.env), opened)), explainAnyFailure);
}

async function migrate({ name, openDatabase }: ServiceDefinition): Promise<Running> {
  const { databaseUrl } = readServiceSettings(process.env);
  await (await openDatabase(connectionFromUrl(databaseUrl), { migrate: true })).close();
  say(`The tables of ${name} are up to date.`);
  process.exit(0);
}

async function start(given: ServiceDefinition, settings: ServiceSettings, opened: ReverseStack): Promise<void> {
  const definition = followingAlone(given, settings.follower);
  const tracing = await startTracing(definition.name, process.env);
  opened.push(() => tracing.stop());
  const control = await openControlServer(settings.dataDirectory);
  opened.push(() => control.close());
  const parts = await openParts(definition, settings, opened);
  const { imports, providers = [], commands = {}, begin } = await definition.compose(parts);
  await begin?.();
  const keys = remoteKeySet(settings.tokens.jwksUrl);
  const http = await createHttpServer({
    ...settings,
    drainMilliseconds: settings.drainSeconds * 1_000,
    log: parts.log,
    authenticate: authenticateBy(settings, keys),
    metrics: parts.metrics,
    notReady: notReady(definition, parts, keys),
    graph: 'subgraph',
    imports,
    providers,
  });
  opened.push(() => http.close());
  const places = parkingOf(definition, parts);
  control.serve(
    runOf({
      ...commands,
      settle: settleCommand(() => settled(parts)),
      parked: parkedCommand(places),
      discard: discardCommand(places, parts.log),
    }),
  );
  say(`${definition.name} is ready: ${http.url}/graphql`);
}

/** A consumer with its own database is its own group, which sees every event. */
function followingAlone(definition: ServiceDefinition, follower: string | undefined): ServiceDefinition {
  const { consumer } = definition;
  return consumer && follower ? { ...definition, consumer: { ...consumer, name: `${consumer.name}-${follower}` } } : definition;
}

const parkingOf = ({ name, consumer }: ServiceDefinition, { database }: ServiceParts): ParkingPlace[] =>
  consumer ? [{ database, schema: name, consumer }] : [];

/** A process that knows no keys yet would refuse everybody. */
function notReady({ name }: ServiceDefinition, { database, subscription }: ServiceParts, keys: KeySet) {
  const databases = databasesAnswer({ [`database of ${name}`]: database });
  const hasCaughtUp = caughtUp(subscription);
  return async () => [
    ...(await databases()),
    ...((await hasCaughtUp()) ? [] : [`events of ${name}`]),
    ...((await keys.known()) ? [] : ['keys of the identity provider']),
  ];
}

const authenticateBy = ({ tokens }: ServiceSettings, jwks: KeySet): Authenticate =>
  createAuthenticate(createTokenVerifier({ ...tokens, algorithms: [tokens.algorithm], jwks, clock: systemClock }));
