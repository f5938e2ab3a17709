import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ClusterProblem } from './problem.js';

/** The parsed command line. */
export interface ClusterArguments {
  /** Port of the gateway; the other processes take free ports. */
  readonly port: number;
  /** Absolute path of the directory that keeps everything. */
  readonly dataDirectory: string;
  /** Kafka nodes; null: as many as the directory has, one in a new directory. */
  readonly brokers: 1 | 3 | null;
  readonly demo: boolean;
  /** The issuer of tokens: our own, or Keycloak. */
  readonly identity: 'issuer' | 'keycloak';
  readonly help: boolean;
}

/** What `--help` prints. */
export const usage = `npm run cluster -- [--port N] [--data DIR] [--brokers 1|3] [--no-demo] [--identity issuer|keycloak]

  --port N         port of the GraphQL gateway (default 4000)
  --data DIR       directory that keeps everything (default ./.haven-cluster)
  --brokers 1|3    nodes of Kafka; 3 for fault tests: each event is on two nodes before it counts (default 1)
  --no-demo        leave an empty directory empty
  --identity WHO   issuer: tokens of "haven token" (default); keycloak: people sign in at a Keycloak that is started beside it

KAFKA_BROKERS=host:port,… uses a Kafka that runs already, HAVEN_POSTGRES_URL=postgres://superuser:password@host:port/postgres
a PostgreSQL with PostGIS.
`;

const options = {
  port: { type: 'string', default: '4000' },
  data: { type: 'string', default: '.haven-cluster' },
  brokers: { type: 'string' },
  demo: { type: 'boolean', default: true },
  identity: { type: 'string', default: 'issuer' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = (words: readonly string[]) => parseArgs({ args: [...words], options, allowNegative: true, strict: true });

/** Parses the command line; a relative path starts from `directory`. Throws {@link ClusterProblem}. */
export function parseArguments(words: readonly string[], directory: string): ClusterArguments {
  const { port, data, brokers, demo, identity, help } = valuesOf(words);
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new ClusterProblem('--port takes a number from 1 to 65535.');
  if (brokers !== undefined && brokers !== '1' && brokers !== '3') throw new ClusterProblem('--brokers takes 1 or 3.');
  if (identity !== 'issuer' && identity !== 'keycloak') throw new ClusterProblem('--identity takes issuer or keycloak.');
  if (data === '') throw new ClusterProblem('--data takes a directory.');
  const nodes = brokers === undefined ? null : brokers === '3' ? 3 : 1;
  return { port: Number(port), dataDirectory: resolve(directory, data), brokers: nodes, demo, identity, help };
}

function valuesOf(words: readonly string[]) {
  try {
    return parse(words).values;
  } catch (error) {
    throw new ClusterProblem(`${(error as Error).message}\n\n${usage}`);
  }
}
