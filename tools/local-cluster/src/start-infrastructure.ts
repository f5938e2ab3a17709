import { join } from 'node:path';
import type { Cluster } from './cluster.js';
import { kafkaHome, kafkaJars } from './kafka/kafka-jars.js';
import type { KafkaPlan } from './kafka/kafka-plan.js';
import { startKafka } from './kafka/start-kafka.js';
import { keycloakArchive } from './keycloak/keycloak-home.js';
import { startKeycloak, type KeycloakPorts } from './keycloak/start-keycloak.js';
import { fetchWithMaven } from './maven.js';
import type { Secrets } from './files/secrets.js';
import type { Elsewhere, Tools } from './tools.js';
import { prepareDatabases } from './postgres/prepare-databases.js';
import { startPostgres } from './postgres/start-postgres.js';

/** Starts Kafka; resolves when it is ready. */
export async function openKafka(cluster: Cluster, tools: Tools, plan: KafkaPlan, signal: AbortSignal): Promise<void> {
  const { places, progress, supervision } = cluster;
  if (tools.mustFetchKafka) {
    progress.step('Fetching Apache Kafka from Maven Central (43 MB, this once) …');
    await fetchWithMaven(kafkaJars(), places.logOf('kafka-download'), signal);
  }
  const program = { java: tools.java!, home: kafkaHome() };
  const kafka = await startKafka({ program, plan, places, supervision }, signal);
  cluster.opened.push(() => kafka.stop());
  kafka.processes.forEach(({ supervised, port }) => cluster.add(supervised, port));
  await kafka.untilReady(signal);
  progress.step(`Kafka serves on ${cluster.brokers.join(', ')}`);
}

/** Starts Keycloak; resolves when it is ready. */
export async function openKeycloak(
  cluster: Cluster,
  tools: Tools,
  secrets: Secrets,
  ports: KeycloakPorts,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  const { places, progress, supervision } = cluster;
  const archive = keycloakArchive();
  if (tools.mustFetchKeycloak) {
    progress.step('Fetching Keycloak from Maven Central (177 MB, this once) …');
    await fetchWithMaven(archive, places.logOf('keycloak-download'), signal);
  }
  const adminPassword = await secrets.passwordOf('keycloak');
  const folder = join(archive.home, archive.folder);
  const keycloak = await startKeycloak({ archive: folder, java: tools.java!, places, ports, adminPassword, url, supervision });
  cluster.opened.push(() => keycloak.supervised.stop());
  cluster.add(keycloak.supervised, ports.http);
  await keycloak.untilReady(signal);
  cluster.keycloak = { url: `http://localhost:${ports.http}`, adminPassword };
  progress.step(`Keycloak serves on ${cluster.keycloak.url}`);
}

/** Starts PostgreSQL, unless it runs elsewhere, and makes the databases of the services. */
export async function openPostgres(
  cluster: Cluster,
  tools: Tools,
  { postgresUrl }: Elsewhere,
  secrets: Secrets,
  port: number,
  signal: AbortSignal,
): Promise<void> {
  const superuser = postgresUrl ?? (await ownPostgres(cluster, tools.postgres!, secrets, port, signal));
  cluster.databases = { superuser, ...(await prepareDatabases(superuser, secrets.passwordOf)) };
  cluster.progress.step(`PostgreSQL serves on ${new URL(superuser).host}`);
}

async function ownPostgres(cluster: Cluster, bin: string, secrets: Secrets, port: number, signal: AbortSignal): Promise<string> {
  const { places, supervision } = cluster;
  const password = await secrets.passwordOf('postgres');
  const postgres = await startPostgres({ bin, places, password, port, supervision }, signal);
  cluster.opened.push(() => postgres.supervised.stop());
  cluster.add(postgres.supervised, postgres.port);
  await postgres.untilReady(signal);
  return postgres.url;
}
