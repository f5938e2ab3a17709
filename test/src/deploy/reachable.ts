import type { Manifest, Tree } from './manifest.js';
import { selects } from './manifest.js';
import { workloadsOf } from './pod-problems.js';

interface Pod {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Pods of the operators' clusters, with the labels that the operators give them. */
const operatorPods = (objects: readonly Manifest[]): Pod[] =>
  objects.flatMap(({ apiVersion, kind, metadata }): Pod[] => {
    if (apiVersion.startsWith('postgresql.cnpg.io/') && kind === 'Cluster')
      return [{ name: `database of ${metadata.name}`, labels: { 'cnpg.io/cluster': metadata.name } }];
    if (kind === 'Kafka') return [{ name: 'brokers', labels: { 'strimzi.io/cluster': metadata.name, 'strimzi.io/kind': 'Kafka' } }];
    return [];
  });

/** Which pods in the namespace may open a connection to which, as `from → to:port`: the network policies of both must allow it. */
export function reachable(objects: readonly Manifest[]): string[] {
  const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy');
  const ours = workloadsOf(objects).map(({ metadata, spec }) => ({ name: metadata.name, labels: spec.template.metadata.labels }));
  const pods = [...ours, ...operatorPods(objects)];
  const listens = [4000, 5432, 9093];
  const found = pods.flatMap((from) =>
    pods
      .filter((to) => to !== from)
      .flatMap((to) =>
        listens
          .filter(
            (port) => lets(policies, 'egress', from, to, port) && (isGuardedByOperator(to) || lets(policies, 'ingress', to, from, port)),
          )
          .map((port) => `${from.name} → ${to.name}:${port}`),
      ),
  );
  return found.sort();
}

/** Strimzi makes the policies of its brokers from the listeners of the Kafka object. */
const isGuardedByOperator = ({ name }: Pod): boolean => name === 'brokers';

function lets(policies: readonly Manifest[], way: 'ingress' | 'egress', of: Pod, other: Pod, port: number): boolean {
  const type = way === 'ingress' ? 'Ingress' : 'Egress';
  const about = policies.filter(({ spec }) => spec.policyTypes.includes(type) && selects(spec.podSelector, of.labels));
  if (about.length === 0) return true;
  const rules: Tree[] = about.flatMap(({ spec }) => spec[way] ?? []);
  return rules.some((rule) => {
    const peers: Tree[] | undefined = way === 'ingress' ? rule.from : rule.to;
    const isPeer =
      peers === undefined ||
      peers.some(({ podSelector, namespaceSelector }) => !namespaceSelector && podSelector && selects(podSelector, other.labels));
    return isPeer && (rule.ports === undefined || rule.ports.some((open: Tree) => open.port === port));
  });
}
