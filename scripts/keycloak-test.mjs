// Runs the console's specs for external OpenID providers against the local cluster with Keycloak: starts both on a fresh directory, makes a
// user of each role in Keycloak, tests in a browser, and stops. Needs `npm run build`.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openKeycloak } from './cluster/keycloak-users.mjs';
import { withCluster } from './cluster/with-cluster.mjs';

const config = new URL('../test/console/playwright.config.ts', import.meta.url).pathname;
const roles = ['HOTLINE', 'CASEWORKER', 'PROVIDER', 'COORDINATOR', 'AUDITOR'];

async function testOn({ state, data }) {
  const accounts = JSON.stringify(await someoneOfEachRole(state));
  return {
    command: 'npx',
    args: ['playwright', 'test', '--config', config, '--project', 'cluster', ...process.argv.slice(2)],
    env: { HAVEN_URL: state.url, HAVEN_DATA: data, HAVEN_CONSOLE_ACCOUNTS: accounts, HAVEN_CONSOLE_IDENTITY: state.keycloak.url },
  };
}

async function someoneOfEachRole(state) {
  const keycloak = await openKeycloak(state.keycloak);
  const organization = await someOrganization(state);
  const accounts = {};
  for (const role of roles) {
    const account = { name: `test-${role.toLowerCase()}`, password: randomBytes(12).toString('base64url') };
    await keycloak.addUser({ ...account, role, organization: role === 'PROVIDER' ? organization : null });
    accounts[role] = account;
  }
  return accounts;
}

/** The organization of a shelter with beds, so that its staff can count them. */
async function someOrganization({ databases }) {
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

process.exit(await withCluster(testOn, ['--identity', 'keycloak']));
