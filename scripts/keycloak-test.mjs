// Runs the console's specs for any OpenID provider against the local cluster with Keycloak: starts both on a fresh directory, makes
// somebody of each role at Keycloak, tests in a browser, stops. Needs `npm run build`.
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../test/dist/harness/free-port.js';
import { startCluster } from './cluster/start-cluster.mjs';
import { openKeycloak } from './cluster/keycloak-users.mjs';

const config = new URL('../test/console/playwright.config.ts', import.meta.url).pathname;
const roles = ['HOTLINE', 'CASEWORKER', 'PROVIDER', 'COORDINATOR', 'AUDITOR'];

// The launcher makes it: PostgreSQL's own user must be able to enter.
const data = join(tmpdir(), `haven-cluster-${randomUUID()}`);
const port = await freePort();
const cluster = startCluster({ port, data, more: ['--identity', 'keycloak'] });
let code = 1;
try {
  const state = await cluster.untilReady();
  const keycloak = await openKeycloak(state.keycloak);
  const organization = await someOrganization(state);
  const accounts = {};
  for (const role of roles) {
    const name = `test-${role.toLowerCase()}`;
    const password = randomBytes(12).toString('base64url');
    await keycloak.addUser({ name, password, role, organization: role === 'PROVIDER' ? organization : null });
    accounts[role] = { name, password };
  }
  const env = {
    ...process.env,
    HAVEN_URL: state.url,
    HAVEN_DATA: data,
    HAVEN_CONSOLE_ACCOUNTS: JSON.stringify(accounts),
    HAVEN_CONSOLE_IDENTITY: state.keycloak.url,
  };
  const args = ['playwright', 'test', '--config', config, '--project', 'cluster', ...process.argv.slice(2)];
  [code] = await once(spawn('npx', args, { stdio: 'inherit', env }), 'exit');
} catch (error) {
  console.error(error.message);
} finally {
  await cluster.stop();
  if (code === 0) await rm(data, { recursive: true, force: true });
  else console.error(`The logs are in ${join(data, 'logs')}.`);
}
process.exit(code ?? 1);

/** The organization of a shelter with beds, so that its staff have something to count. */
async function someOrganization({ databases }) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databases.capacity });
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT organization_id FROM capacity.service_ref JOIN capacity.bed_pool USING (service_id) WHERE active ORDER BY service_id LIMIT 1',
    );
    return rows[0].organization_id;
  } finally {
    await client.end();
  }
}
