import { failIfMissing, findJava, findPostgres, hasMaven, missing } from './find-tools.js';
import { kafkaJars } from './kafka/kafka-jars.js';
import { keycloakArchive } from './keycloak/keycloak-home.js';
import { isFetched } from './maven.js';
import type { Places } from './files/places.js';

/** Servers that run elsewhere already, and need not be started. */
export interface Elsewhere {
  readonly brokers: readonly string[] | null;
  /** Address for a superuser. */
  readonly postgresUrl: string | null;
}

/** Programs of this machine; null if they are not needed. */
export interface Tools {
  readonly java: string | null;
  readonly postgres: string | null;
  readonly mustFetchKafka: boolean;
  readonly mustFetchKeycloak: boolean;
}

/** Reads from the environment which servers run already. */
export function elsewhere(environment: NodeJS.ProcessEnv = process.env): Elsewhere {
  return {
    brokers: environment['KAFKA_BROKERS'] ? environment['KAFKA_BROKERS'].split(',') : null,
    postgresUrl: environment['HAVEN_POSTGRES_URL'] || null,
  };
}

/** Finds the needed programs. Rejects with one line for each missing program. */
export async function findTools({ brokers, postgresUrl }: Elsewhere, places: Places, withKeycloak: boolean): Promise<Tools> {
  const needsJava = !brokers || withKeycloak;
  const java = needsJava ? await findJava() : null;
  const postgres = postgresUrl ? null : await findPostgres(places.postgres);
  const mustFetchKafka = !brokers && !(await isFetched(kafkaJars()));
  const mustFetchKeycloak = withKeycloak && !(await isFetched(keycloakArchive()));
  const noMaven = (mustFetchKafka || mustFetchKeycloak) && !(await hasMaven());
  failIfMissing([
    !needsJava || java ? null : missing.java,
    noMaven ? missing.maven : null,
    postgresUrl || postgres ? null : missing.postgres,
  ]);
  return { java, postgres, mustFetchKafka, mustFetchKeycloak };
}
