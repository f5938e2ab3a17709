import { embeddedTokens } from '@haven/config';
import { askControl, openControlServer } from '@haven/server/process';
import type { ClusterArguments } from './arguments.js';
import { emptyCluster, type Cluster } from './cluster.js';
import { forwardTo } from './control/forward.js';
import type { Ask } from './control/settle-all.js';
import { realmAt } from './keycloak/start-keycloak.js';
import { kafkaPortsMaximum, planKafka } from './kafka/kafka-plan.js';
import { fillWithDemo } from './fill-with-demo.js';
import { endLeftovers } from './files/leftovers.js';
import { preparePlaces } from './files/places.js';
import { choosePorts, failIfTaken } from './ports.js';
import type { Progress } from './progress.js';
import { openSecrets, type Secrets } from './files/secrets.js';
import type { SharedFacts } from './services/service-specs.js';
import { openKafka, openKeycloak, openPostgres } from './start-infrastructure.js';
import { migrate, startGateway, startServices } from './services/start-services.js';
import { together } from './together.js';
import { elsewhere, findTools } from './tools.js';
import { applyTopics } from './kafka/topics.js';

/** A running cluster. */
export interface RunningCluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts everything; resolves when the cluster is ready. Stops what was started if something fails. */
export async function startCluster(asked: ClusterArguments, progress: Progress, signal: AbortSignal): Promise<RunningCluster> {
  const places = await preparePlaces(asked.dataDirectory);
  const url = `http://localhost:${asked.port}`;
  const control = await openControlServer(places.data);
  const leftovers = await endLeftovers(places);
  if (leftovers.length > 0) progress.step(`Ended what an earlier start left: ${leftovers.join(', ')}`);
  const cluster = emptyCluster(places, progress, url);
  cluster.opened.push(() => control.close());
  try {
    await start(cluster, asked, signal);
    const runCommand = forwardTo(destinations(cluster), ask);
    if (asked.demo) await whileStarting(fillWithDemo(cluster, runCommand), signal);
    control.serve(runCommand);
    cluster.becomeReady();
    return { url, stop: () => cluster.opened.closeAll() };
  } catch (error) {
    await cluster.opened.closeAll();
    throw error;
  }
}

/** Stops waiting when the start is cancelled; a half-finished load is completed at the next start. */
async function whileStarting(work: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const calledOff = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );
  await Promise.race([work, calledOff]);
}

async function start(cluster: Cluster, asked: ClusterArguments, signal: AbortSignal): Promise<void> {
  const { places, progress } = cluster;
  const gatewayHost = process.env['HAVEN_HOST'] || '127.0.0.1';
  await failIfTaken(asked.port, gatewayHost);
  const others = elsewhere();
  const tools = await findTools(others, places, asked.identity === 'keycloak');
  const secrets = await openSecrets(places.keys);
  const ports = await choosePorts(asked.port, portNames.length + kafkaPortsMaximum);
  const kafka = others.brokers ? null : await planKafka(places, asked.brokers, ports.slice(portNames.length));
  cluster.brokers = others.brokers ?? kafka!.brokers;
  const facts = () => factsOf(cluster, secrets, ports, asked, gatewayHost);
  const portOf = (name: PortName) => ports[portNames.indexOf(name)]!;
  progress.step('Starting Kafka and PostgreSQL …');
  await together(signal, [
    async (either) => {
      if (kafka) await openKafka(cluster, tools, kafka, either);
      await applyTopics(cluster.brokers, places, either);
    },
    async (either) => {
      await openPostgres(cluster, tools, others, secrets, portOf('postgres'), either);
      await migrate(facts(), either);
      progress.step('The tables are up to date');
    },
    async (either) => {
      if (asked.identity !== 'keycloak') return;
      const places = { http: portOf('keycloak'), management: portOf('keycloak-management') };
      await openKeycloak(cluster, tools, secrets, places, `http://localhost:${asked.port}`, either);
    },
  ]);
  progress.step('Starting the services …');
  await startServices(cluster, facts(), asked.identity === 'issuer', signal);
  await startGateway(cluster, facts(), signal);
}

const portNames = [
  'registry',
  'capacity',
  'matching',
  'issuer',
  'matching-1',
  'matching-2',
  'postgres',
  'keycloak',
  'keycloak-management',
] as const;
type PortName = (typeof portNames)[number];

function factsOf(cluster: Cluster, secrets: Secrets, ports: readonly number[], asked: ClusterArguments, gatewayHost: string): SharedFacts {
  const { places, brokers, databases } = cluster;
  const byName = Object.fromEntries(portNames.map((name, index) => [name, ports[index]!])) as Record<PortName, number>;
  const { vaultKey, tieKey } = secrets;
  const ours = { issuer: embeddedTokens.issuer, jwksUrl: `http://127.0.0.1:${byName.issuer}/.well-known/jwks.json` };
  const tokens = { audience: embeddedTokens.audience, ...(asked.identity === 'keycloak' ? realmAt(byName.keycloak) : ours) };
  return { places, brokers, databases, vaultKey, tieKey, gatewayHost, ports: { ...byName, gateway: asked.port }, ...tokens };
}

const ask: Ask = async function* (directory, request) {
  yield* await askControl(directory, request);
};

function destinations({ places }: Cluster) {
  return { registry: places.of('registry'), capacity: places.of('capacity'), matching: [places.of('matching-1'), places.of('matching-2')] };
}
