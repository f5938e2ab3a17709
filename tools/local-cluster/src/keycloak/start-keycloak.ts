import { access, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repository, type Places } from '../files/places.js';
import type { ChildSpec } from '../processes/child.js';
import { probe } from '../processes/probe.js';
import { supervise, type Supervised, type Supervision } from '../processes/supervise.js';
import { untilReady } from '../processes/until-ready.js';

const realmFile = join(repository, 'deploy/keycloak/haven-realm.json');

/** It makes its tables at the first start, which takes a minute on an idle machine. */
const slowStartMilliseconds = 240_000;

/** Ports of Keycloak. */
export interface KeycloakPorts {
  readonly http: number;
  readonly management: number;
}

/** Options of {@link startKeycloak}. */
export interface KeycloakOptions {
  /** Folder of the unpacked archive. */
  readonly archive: string;
  readonly java: string;
  readonly places: Places;
  readonly ports: KeycloakPorts;
  readonly adminPassword: string;
  /** Address of the gateway, to which people return. */
  readonly url: string;
  readonly supervision: Supervision;
}

/** A running Keycloak. */
export interface RunningKeycloak {
  readonly supervised: Supervised;
  /** Resolves when it is ready. */
  untilReady(signal: AbortSignal): Promise<void>;
}

/** Issuer and key set of the realm. */
export const realmAt = (port: number) => ({
  issuer: `http://localhost:${port}/realms/haven`,
  jwksUrl: `http://127.0.0.1:${port}/realms/haven/protocol/openid-connect/certs`,
});

/** Starts Keycloak for development, in a separate copy, with the realm of the deployment files. */
export async function startKeycloak(options: KeycloakOptions): Promise<RunningKeycloak> {
  const { places, ports, supervision } = options;
  const home = join(places.of('keycloak'), 'home');
  if (!(await isThere(home))) await cp(options.archive, home, { recursive: true });
  const realm = join(home, 'data/import/haven-realm.json');
  await mkdir(dirname(realm), { recursive: true });
  await writeFile(realm, (await readFile(realmFile, 'utf8')).replaceAll('http://localhost:4000', options.url));
  const spec = specOf(options, home);
  const supervised = supervise(spec, supervision);
  const serves = () => probe(ports.management, '/health/ready');
  return { supervised, untilReady: (signal) => untilReady(supervised, serves, spec.log, signal, slowStartMilliseconds) };
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function specOf({ java, places, ports, adminPassword }: KeycloakOptions, home: string): ChildSpec {
  const { http, management } = ports;
  const listening = [
    '--http-host=127.0.0.1',
    `--http-port=${http}`,
    `--http-management-port=${management}`,
    `--hostname=http://localhost:${http}`,
  ];
  return {
    name: 'keycloak',
    command: join(home, 'bin/kc.sh'),
    args: ['start-dev', '--import-realm', '--health-enabled=true', ...listening],
    environment: {
      ...(process.env as Record<string, string>),
      JAVA: java,
      JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx400m',
      JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1',
      KC_BOOTSTRAP_ADMIN_USERNAME: 'admin',
      KC_BOOTSTRAP_ADMIN_PASSWORD: adminPassword,
    },
    directory: places.of('keycloak'),
    log: places.logOf('keycloak'),
  };
}
