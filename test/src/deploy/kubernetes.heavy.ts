import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { inRepository } from '../harness/repository.js';
import { commandWorks } from './command-works.js';
import { buildKustomization } from './kustomize/build.js';
import { nameOf, type Manifest, type Tree } from './manifest.js';
import { podProblems, workloadsOf } from './pod-problems.js';
import { reachable } from './reachable.js';
import { referenceProblems, secretsOf } from './reference-problems.js';
import { isBuiltIn, schemaProblems } from './schema-problems.js';
import { readVariables } from './variables.js';

const top = inRepository('deploy', 'kubernetes');
const overlay = (name: string) => join(top, 'overlays', name);
const builds = { small: buildKustomization(overlay('small')), national: buildKustomization(overlay('national')) };
const variables = readVariables();

/** A copy of the objects in which the object with that name is changed. */
function broken(name: string, change: (object: Tree) => void, objects = builds.national.objects): Manifest[] {
  const copy = structuredClone(objects) as Manifest[];
  change(copy.find((object) => nameOf(object) === name));
  return copy;
}
const podOf = (workload: Tree) => workload.spec.template.spec;
const containerOf = (workload: Tree) => podOf(workload).containers[0];

describe.each(['small', 'national'] as const)('the %s overlay', (size) => {
  const { objects } = builds[size];

  it('consists of objects that conform to the Kubernetes schemas, each once', async () => {
    expect(await schemaProblems(objects.filter(isBuiltIn))).toEqual([]);
    expect(new Set(objects.map((object) => `${object.apiVersion} ${nameOf(object)}`)).size).toBe(objects.length);
  }, 60_000);

  it('confines every pod, probes it and spreads it', () => {
    expect(workloadsOf(objects).length).toBeGreaterThanOrEqual(7);
    expect(podProblems(objects)).toEqual([]);
  });

  it('refers only to existing settings, volumes and variables, and shows no secret', () => {
    expect(referenceProblems(objects, variables)).toEqual([]);
  });

  it('is in one namespace', () => {
    expect(objects.filter(({ kind, metadata }) => kind !== 'Namespace' && metadata.namespace !== 'haven').map(nameOf)).toEqual([]);
  });

  const issuer = size === 'small' ? ['capacity → issuer:4000', 'matching → issuer:4000', 'registry → issuer:4000'] : [];
  it('lets each part reach what it needs and nothing else', () => {
    expect(reachable(objects)).toEqual(
      [
        ...issuer,
        ...['capacity', 'matching', 'registry'].flatMap((service) => [
          `${service} → brokers:9093`,
          `${service} → database of haven-${service}:5432`,
          `migrate-${service} → database of haven-${service}:5432`,
          `gateway → ${service}:4000`,
        ]),
      ].sort(),
    );
  });

  const hasKustomize = commandWorks('kustomize', 'version');
  (hasKustomize ? it : it.skip)('is what the real kustomize builds (needs kustomize on the PATH)', () => {
    const real = parseAllDocuments(execFileSync('kustomize', ['build', overlay(size)], { encoding: 'utf8' })).map((document) =>
      document.toJS(),
    );
    const byName = (list: readonly Manifest[]) => list.map(inAnyOrder).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    expect(byName(objects)).toEqual(byName(real));
  });
});

describe('files and documentation', () => {
  it('leave no manifest out of the builds', () => {
    const read = new Set([...builds.small.files, ...builds.national.files]);
    const files = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
    expect(files.filter((file) => !read.has(join(top, file)))).toEqual([]);
  });

  const gateway = inRepository('apps', 'gateway', 'gateway.config.ts');
  (existsSync(gateway) ? it : it.skip)('probe the gateway where it answers (left out while there is none)', () => {
    expect(readFileSync(gateway, 'utf8')).toContain("answerProbes({ live: '/health/live', ready: '/health/ready' })");
  });

  it('name every secret that must exist', () => {
    const documented = [...readFileSync(join(top, 'README.md'), 'utf8').matchAll(/^\| `([\w-]+)` +\| `([\w-]+)`/gm)].map(
      ([, name, key]) => `${name}/${key}`,
    );
    expect(documented.sort()).toEqual(secretsOf(builds.national.objects));
  });

  it('declare the topics that the code declares', async () => {
    const events = pathToFileURL(inRepository('libs', 'events', 'dist', 'index.js')).href;
    const { topicDeclarations } = (await import(events)) as { topicDeclarations: readonly Tree[] };
    const declared = topicDeclarations.map(({ name, partitions, settings }) => [name, partitions, settings]);
    const replication = { 'min.insync.replicas': '2', 'unclean.leader.election.enable': 'false' };
    const topics = builds.national.objects.filter(({ kind }) => kind === 'KafkaTopic');
    const texts = ({ spec }: Manifest) => Object.fromEntries(Object.entries(spec.config).map(([key, value]) => [key, String(value)]));
    expect(topics.map((topic) => [topic.metadata.name, topic['spec'].partitions, texts(topic)])).toEqual(
      declared.map(([name, partitions, settings]) => [name, partitions, { ...settings, ...replication }]),
    );
  });
});

describe('a mistake is found:', () => {
  const inNational = [
    ['a field that does not exist', 'Deployment/registry', (it: Tree) => (containerOf(it).livenesProbe = {}), /livenesProbe/],
    ['a number as a text', 'Deployment/gateway', (it: Tree) => (it.spec.revisionHistoryLimit = '5'), /must be integer/],
    [
      'a missing selector',
      'NetworkPolicy/gateway',
      (it: Tree) => delete it.spec.egress[0].ports[0].port && (it.spec.podSelektor = {}),
      /podSelektor/,
    ],
  ] as const;
  it.each(inNational)(
    '%s',
    async (_what, name, change, said) => {
      const objects = broken(name, change).filter((object) => nameOf(object) === name);
      expect((await schemaProblems(objects)).join()).toMatch(said);
    },
    60_000,
  );

  const confinements: readonly [string, (it: Tree) => unknown][] = [
    ['not root', (it) => (podOf(it).securityContext.runAsNonRoot = false)],
    ['seccomp profile', (it) => delete podOf(it).securityContext.seccompProfile],
    ['account without a token', (it) => delete podOf(it).automountServiceAccountToken],
    ['account without a token', (it) => (podOf(it).serviceAccountName = 'default')],
    ['read-only root', (it) => delete containerOf(it).securityContext.readOnlyRootFilesystem],
    ['more privileges', (it) => (containerOf(it).securityContext.allowPrivilegeEscalation = true)],
    ['no capability', (it) => (containerOf(it).securityContext.capabilities.add = ['NET_ADMIN'])],
    ['image of one version', (it) => (containerOf(it).image = 'haven:latest')],
    ['requests and limits', (it) => delete containerOf(it).resources.limits.memory],
    ['probes of start', (it) => (containerOf(it).readinessProbe.httpGet.path = '/health/live')],
    ['disruption budget', (it) => (it.spec.template.metadata.labels['app.kubernetes.io/name'] = 'other')],
    ['spread among its own', (it) => (podOf(it).topologySpreadConstraints[0].labelSelector.matchLabels = { a: 'b' })],
    ['set by the file or by the autoscaler', (it) => (it.spec.replicas = 3)],
  ];
  it.each(confinements)('a pod without: %s', (rule, change) => {
    expect(podProblems(broken('Deployment/matching', change)).join()).toContain(rule);
  });

  const references: readonly [string, (it: Tree) => unknown][] = [
    ['nothing reads HAVEN_TIEKEY', (it) => containerOf(it).env.push({ name: 'HAVEN_TIEKEY', value: 'x' })],
    ['KAFKA_PASSWORD stands in the open', (it) => containerOf(it).env.push({ name: 'KAFKA_PASSWORD', value: 'x' })],
    ['settings that are not there', (it) => (containerOf(it).envFrom[0].configMapRef.name = 'haven-setings')],
    ['no volume data', (it) => (podOf(it).volumes = [])],
    ['nothing to scale', (it) => (it.metadata.name = 'other')],
  ];
  it.each(references)('%s', (problem, change) => {
    expect(referenceProblems(broken('Deployment/matching', change), variables).join()).toContain(problem);
  });

  it('a policy that opens the database to the gateway', () => {
    const open = (it: Tree) => it.spec.egress.push({ to: [{ podSelector: {} }] });
    const both = broken(
      'NetworkPolicy/database-of-registry',
      (it) => (it.spec.ingress[0].from = [{ podSelector: {} }]),
      broken('NetworkPolicy/gateway', open),
    );
    expect(reachable(both)).toContain('gateway → database of haven-registry:5432');
    expect(reachable(both.filter(({ kind }) => kind !== 'NetworkPolicy')).length).toBeGreaterThan(reachable(both).length);
  });
});

/** Variables and volumes of containers are found by name, so their order does not matter. */
function inAnyOrder(object: Manifest): Manifest {
  const sorted = structuredClone(object) as Tree;
  const text = (member: Tree) => JSON.stringify([member.name, member.mountPath]);
  const sort = (list: Tree[] = []) => list.sort((a, b) => (text(a) < text(b) ? -1 : 1));
  const pod = sorted.spec?.template?.spec;
  sort(pod?.volumes);
  for (const container of pod?.containers ?? []) [container.env, container.volumeMounts].forEach(sort);
  return sorted;
}
