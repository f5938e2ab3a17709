import { join } from 'node:path';
import type { Fetched } from '../maven.js';
import { repository } from '../files/places.js';

const version = '26.7.3';

/** Keycloak's official archive; kept between clusters. */
export const keycloakArchive = (): Fetched => ({
  name: 'Keycloak',
  home: join(repository, 'node_modules/.cache/haven-keycloak'),
  folder: version,
  goal: ['dependency:unpack', `-Dartifact=org.keycloak:keycloak-quarkus-dist:${version}:zip`, '-DoutputDirectory={to}'],
  part: `keycloak-${version}`,
});
