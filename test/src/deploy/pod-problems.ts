import type { Manifest, Tree } from './manifest.js';
import { nameOf, selects } from './manifest.js';

const workloadKinds = ['Deployment', 'StatefulSet', 'Job'];

/** Objects that make pods of our image. */
export const workloadsOf = (objects: readonly Manifest[]): Manifest[] => objects.filter(({ kind }) => workloadKinds.includes(kind));

/** Settings that our pods lack although every pod must have them. */
export const podProblems = (objects: readonly Manifest[]): string[] =>
  workloadsOf(objects).flatMap((workload) =>
    [...confinement(workload, objects), ...resources(workload), ...(workload.kind === 'Job' ? [] : serving(workload, objects))]
      .filter(([isMet]) => !isMet)
      .map(([, rule]) => `${nameOf(workload)}: ${rule}`),
  );

type Rule = readonly [isMet: boolean, rule: string];

function confinement({ spec }: Manifest, objects: readonly Manifest[]): Rule[] {
  const pod = spec.template.spec;
  const account = objects.find(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === pod.serviceAccountName);
  return [
    [pod.automountServiceAccountToken === false && account?.['automountServiceAccountToken'] === false, 'an own account without a token'],
    [pod.securityContext?.runAsNonRoot === true && pod.securityContext.runAsUser > 0, 'not root'],
    [pod.securityContext?.seccompProfile?.type === 'RuntimeDefault', 'the seccomp profile of the runtime'],
    ...pod.containers.flatMap(({ securityContext: context, image }: Tree): Rule[] => [
      [context?.readOnlyRootFilesystem === true, 'a read-only root file system'],
      [context?.allowPrivilegeEscalation === false && context.privileged === false, 'no way to more privileges'],
      [context?.capabilities?.drop?.includes('ALL') && !context.capabilities.add, 'no capability'],
      [/:(?!latest$)[\w.-]+$/.test(image), 'an image of one version'],
    ]),
  ];
}

const resources = ({ spec }: Manifest): Rule[] =>
  spec.template.spec.containers.map(({ resources: given }: Tree): Rule => {
    const values = ['requests', 'limits'].flatMap((kind) => [given?.[kind]?.cpu, given?.[kind]?.memory]);
    return [values.every((value) => /^\d+(\.\d+)?(m|Ki|Mi|Gi)?$/.test(value ?? '')), 'requests and limits of processor and memory'];
  });

function serving({ kind, metadata, spec }: Manifest, objects: readonly Manifest[]): Rule[] {
  const labels = spec.template.metadata.labels;
  const having = (wanted: string) => objects.filter((object) => object.kind === wanted);
  const scaler = having('HorizontalPodAutoscaler').find((object) => object['spec'].scaleTargetRef.name === metadata.name);
  const probes = spec.template.spec.containers.map((container: Tree) =>
    ['startupProbe', 'livenessProbe', 'readinessProbe'].map((probe) => container[probe]?.httpGet?.path).join(),
  );
  const spreads = spec.template.spec.topologySpreadConstraints ?? [];
  return [
    [probes.every((paths: string) => paths === '/health/live,/health/live,/health/ready'), 'probes of start, life and readiness'],
    [having('PodDisruptionBudget').some((budget) => selects(budget['spec'].selector, labels)), 'a disruption budget'],
    [having('Service').some((service) => selects({ matchLabels: service['spec'].selector }, labels)), 'a service'],
    [selects(spec.selector, labels), 'a selector that finds its own pods'],
    [kind !== 'Deployment' || spreads.length === 2, 'spread over nodes and zones'],
    [spreads.every(({ labelSelector }: Tree) => selects(labelSelector, labels)), 'spread among its own replicas'],
    [(scaler === undefined) !== (spec.replicas === undefined), 'replicas set by the file or by the autoscaler'],
  ];
}
