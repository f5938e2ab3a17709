import { makeDirectory } from '@haven/config';
import { openBalancer, watchReadiness } from './balancer.js';
import type { Cluster } from '../cluster.js';
import type { ChildSpec } from '../processes/child.js';
import { watchLiveness } from '../processes/liveness.js';
import { probe } from '../processes/probe.js';
import { runJob } from '../processes/run-job.js';
import { supervise, type Supervised } from '../processes/supervise.js';
import { untilReady } from '../processes/until-ready.js';
import { gatewaySpec, issuerSpec, jobName, subgraphSpec, type ServiceName, type SharedFacts } from './service-specs.js';
import { together } from '../together.js';

const live = '/health/live';
const ready = '/health/ready';
const replicas = ['matching-1', 'matching-2'] as const;
const subgraphs = ['registry', 'capacity', ...replicas] as const;

/** Migrates the tables of each service, as a deployment's migration jobs do. */
export async function migrate(facts: SharedFacts, signal: AbortSignal): Promise<void> {
  const jobs = (['registry', 'capacity', 'matching-1'] as const).map((name) => subgraphSpec(name, facts, '--migrate'));
  await together(
    signal,
    jobs.map((spec) => async (either: AbortSignal) => {
      await makeDirectory(spec.directory!);
      await runJob({ ...spec, name: jobName(spec.name) }, either);
    }),
  );
}

/** Starts the services, and our own issuer if tokens come from there; resolves when all are ready. */
export async function startServices(cluster: Cluster, facts: SharedFacts, hasIssuer: boolean, signal: AbortSignal): Promise<void> {
  const specs = [...(hasIssuer ? [issuerSpec(facts)] : []), ...subgraphs.map((name) => subgraphSpec(name, facts))];
  await startAll(cluster, specs, facts, signal);
}

/** Starts the gateway; the two replicas of matching have one address for it. */
export async function startGateway(cluster: Cluster, facts: SharedFacts, signal: AbortSignal): Promise<void> {
  const watching = new AbortController();
  const targets = replicas.map((name) => watchReadiness(facts.ports[name], ready, watching.signal));
  cluster.opened.push(() => Promise.resolve(watching.abort()));
  const balancer = await openBalancer(facts.ports.matching, targets);
  cluster.opened.push(() => balancer.close());
  await startAll(cluster, [gatewaySpec(facts)], facts, signal);
}

async function startAll(cluster: Cluster, specs: readonly ChildSpec[], facts: SharedFacts, signal: AbortSignal): Promise<void> {
  for (const { directory } of specs) await makeDirectory(directory!);
  signal.throwIfAborted();
  const running: Supervised[] = [];
  const watching = new AbortController();
  cluster.opened.push(async () => {
    watching.abort();
    await Promise.all(running.map((supervised) => supervised.stop()));
  });
  await together(
    signal,
    specs.map((spec) => (either: AbortSignal) => {
      const port = facts.ports[spec.name as ServiceName];
      const supervised = cluster.add(supervise(spec, cluster.supervision), port);
      running.push(supervised);
      void watchLiveness(supervised, port, live, watching.signal);
      return untilReady(supervised, () => probe(port, ready), spec.log, either);
    }),
  );
}
