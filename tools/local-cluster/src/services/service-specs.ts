import { join } from 'node:path';
import { embeddedTokens } from '@haven/config';
import { repository, type Places } from '../files/places.js';
import type { ChildSpec } from '../processes/child.js';

/** Name of a process of Haven. */
export type ServiceName = 'issuer' | 'registry' | 'capacity' | 'matching-1' | 'matching-2' | 'gateway';

/** Settings of all processes, apart from their own names and ports. */
export interface SharedFacts {
  readonly places: Places;
  readonly ports: Readonly<Record<ServiceName | 'matching', number>>;
  readonly brokers: readonly string[];
  /** Database address by service. */
  readonly databases: Readonly<Record<string, string>>;
  readonly vaultKey: string;
  readonly tieKey: string;
  readonly gatewayHost: string;
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
}

const quiet = ['ExperimentalWarning', 'DeprecationWarning', 'TimeoutNegativeWarning'].map((warning) => `--disable-warning=${warning}`);

/** How to run a subgraph or, with `--migrate`, its migration job. */
export function subgraphSpec(name: Exclude<ServiceName, 'issuer' | 'gateway'>, facts: SharedFacts, ...args: string[]): ChildSpec {
  const service = name.split('-')[0]!;
  const environment = {
    PORT: String(facts.ports[name]),
    HAVEN_DATA: facts.places.of(name),
    HAVEN_DATABASE_URL: facts.databases[service]!,
    HAVEN_MIGRATE: 'false',
    KAFKA_BROKERS: facts.brokers.join(','),
    HAVEN_ISSUER: facts.issuer,
    HAVEN_AUDIENCE: facts.audience,
    HAVEN_JWKS_URL: facts.jwksUrl,
    ...(service === 'registry' && { HAVEN_VAULT_KEY: facts.vaultKey }),
    ...(service === 'capacity' && { HAVEN_CASE_REFERENCE: process.env['HAVEN_CASE_REFERENCE'] ?? '' }),
    ...(service === 'matching' && { HAVEN_TIE_KEY: facts.tieKey }),
  };
  return nodeSpec(name, facts.places, environment, [...quiet, mainOf(service), ...args]);
}

/** The issuer reads the keys of the cluster's directory, where `haven token` looks for them too. */
export const issuerSpec = ({ places, ports }: SharedFacts): ChildSpec =>
  nodeSpec('issuer', places, { PORT: String(ports.issuer), HAVEN_DATA: places.data }, [...quiet, mainOf('issuer')]);

/** The gateway, which is configuration only. */
export function gatewaySpec({ places, ports, gatewayHost, issuer }: SharedFacts): ChildSpec {
  const environment = {
    PORT: String(ports.gateway),
    HAVEN_HOST: gatewayHost,
    HAVEN_REGISTRY_URL: addressOf(ports.registry),
    HAVEN_CAPACITY_URL: addressOf(ports.capacity),
    HAVEN_MATCHING_URL: addressOf(ports.matching),
    // Our own issuer has no sign-in page, so there is no console with it.
    HAVEN_ISSUER: issuer === embeddedTokens.issuer ? '' : issuer,
    HAVEN_PUBLIC_URL: `http://localhost:${ports.gateway}`,
  };
  const program = join(repository, 'node_modules/@graphql-hive/gateway/dist/bin.js');
  const config = join(repository, 'apps/gateway/gateway.config.ts');
  return nodeSpec('gateway', places, environment, [...quiet, program, 'supergraph', '-c', config]);
}

const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

const mainOf = (service: string): string => join(repository, 'apps', service, 'dist/main.js');

/** Each has its own working directory, by which a process is recognized as part of this cluster. */
function nodeSpec(name: ServiceName, places: Places, environment: Record<string, string>, args: readonly string[]): ChildSpec {
  return {
    name,
    command: process.execPath,
    args,
    environment: { ...inherited(), HAVEN_HOST: '127.0.0.1', NODE_ENV: 'production', ...environment },
    directory: places.of(name),
    log: places.logOf(name),
  };
}

/** Variables about the launcher itself are not passed on. */
function inherited(): Record<string, string> {
  const ours = new Set(['PORT', 'HAVEN_HOST', 'HAVEN_DATA', 'HAVEN_POSTGRES_URL', 'INIT_CWD']);
  const theirs = Object.entries(process.env).filter(([name]) => !ours.has(name) && !name.startsWith('npm_'));
  return Object.fromEntries(theirs) as Record<string, string>;
}

/** The name of a migration job at the terminal. */
export const jobName = (service: string): string => `The migration of ${service.split('-')[0]}`;
