import { execFile } from 'node:child_process';
import { access, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ClusterProblem } from './problem.js';

const run = promisify(execFile);

const javaMinimum = 17;
const postgresMinimum = 15;
const orKafka = 'Or set KAFKA_BROKERS=host:port to use a Kafka that runs already.';

/** Missing programs, each in one line with advice. */
export const missing = {
  java: `Java ${javaMinimum} or newer is missing. On Debian: apt-get install openjdk-17-jre-headless. ${orKafka}`,
  maven: `Maven is missing; it fetches Apache Kafka once. On Debian: apt-get install maven. ${orKafka}`,
  postgres: `PostgreSQL ${postgresMinimum} with PostGIS is missing. On Debian: apt-get install postgresql-15 postgresql-15-postgis-3 postgresql-15-postgis-3-scripts. Or set HAVEN_POSTGRES_URL=postgres://superuser:password@host:port/postgres to use a server that runs already.`,
} as const;

/** Throws one error for everything that is missing. */
export function failIfMissing(lines: readonly (string | null)[]): void {
  const told = lines.filter((line) => line !== null);
  if (told.length > 0) throw new ClusterProblem(told.join('\n'));
}

/** The java to use; null if none is new enough. */
export async function findJava(environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const home = environment['JAVA_HOME'];
  const java = home ? join(home, 'bin', 'java') : 'java';
  const { stderr } = await run(java, ['-version'], { env: environment }).catch(() => ({ stderr: '' }));
  return javaVersion(stderr) >= javaMinimum ? java : null;
}

/** Major version in the output of `java -version`; 0: none. */
export const javaVersion = (printed: string): number => Number(/version "(\d+)/.exec(printed)?.[1] ?? 0);

/** Whether Maven can be run. */
export const hasMaven = (environment: NodeJS.ProcessEnv = process.env): Promise<boolean> =>
  run('mvn', ['-v'], { env: environment }).then(
    () => true,
    () => false,
  );

/** Folder of PostgreSQL's programs on Debian; the version that made `data`, otherwise the newest that has PostGIS. */
export async function findPostgres(data: string, root = '/'): Promise<string | null> {
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  const present = await readdir(join(root, 'usr/lib/postgresql')).catch(() => [] as string[]);
  const newestFirst = present.filter((version) => Number(version) >= postgresMinimum).sort((one, other) => Number(other) - Number(one));
  for (const version of made === '' ? newestFirst : [made]) {
    const bin = join(root, 'usr/lib/postgresql', version, 'bin');
    if ((await exists(join(bin, 'initdb'))) && (await exists(join(root, 'usr/share/postgresql', version, 'extension/postgis.control'))))
      return bin;
  }
  return null;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
