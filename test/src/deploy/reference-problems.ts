import type { Manifest, Tree } from './manifest.js';
import { nameOf } from './manifest.js';
import { workloadsOf } from './pod-problems.js';

/** A secret that a person or an operator must have made, as `name/key`. */
export type SecretKey = string;

/** Every secret that the pods read. */
export const secretsOf = (objects: readonly Manifest[]): SecretKey[] =>
  [...new Set(containersOf(objects).flatMap(([, { env = [] }]) => env.map(secretOf).filter(Boolean)))].sort() as SecretKey[];

function secretOf({ valueFrom }: Tree): SecretKey | undefined {
  const reference = valueFrom?.secretKeyRef;
  return reference && `${reference.name}/${reference.key}`;
}

/** Names that lead nowhere, variables that the processes do not read, and secrets in plain text. */
export function referenceProblems(objects: readonly Manifest[], variables: ReadonlySet<string>): string[] {
  const settings = new Map(objects.filter(({ kind }) => kind === 'ConfigMap').map((map) => [map.metadata.name, map['data'] as Tree]));
  const inPods = containersOf(objects).flatMap(([workload, { env = [], envFrom = [], volumeMounts = [] }]) => {
    const volumes = [...(workload['spec'].template.spec.volumes ?? []), ...(workload['spec'].volumeClaimTemplates ?? [])];
    const names = new Set(volumes.map((volume: Tree) => volume.name ?? volume.metadata.name));
    return [
      ...envFrom.filter(({ configMapRef }: Tree) => !settings.has(configMapRef?.name)).map(() => 'settings that are not there'),
      ...volumeMounts.filter(({ name }: Tree) => !names.has(name)).map(({ name }: Tree) => `no volume ${name}`),
      ...env.flatMap(variableProblems(variables)),
    ].map((problem) => `${nameOf(workload)}: ${problem}`);
  });
  const inSettings = [...settings].flatMap(([name, data]) =>
    Object.entries(data).flatMap(([key, value]) =>
      variableProblems(variables)({ name: key, value }).map((problem) => `${name}: ${problem}`),
    ),
  );
  const secrets = objects.filter(({ kind }) => kind === 'Secret').map((object) => `${nameOf(object)}: a secret in the repository`);
  return [...inPods, ...inSettings, ...secrets, ...scalerProblems(objects)];
}

const variableProblems =
  (variables: ReadonlySet<string>) =>
  ({ name, value }: Tree): string[] => [
    ...(variables.has(name) ? [] : [`nothing reads ${name}`]),
    ...(/(PASSWORD|_KEY|DATABASE_URL)$/.test(name) && value !== undefined ? [`${name} stands in the open`] : []),
  ];

const scalerProblems = (objects: readonly Manifest[]): string[] =>
  objects
    .filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
    .filter(({ spec }) => !objects.some((object) => nameOf(object) === `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`))
    .map((scaler) => `${nameOf(scaler)}: nothing to scale`);

const containersOf = (objects: readonly Manifest[]): [Manifest, Tree][] =>
  workloadsOf(objects).flatMap((workload) => workload['spec'].template.spec.containers.map((container: Tree) => [workload, container]));
