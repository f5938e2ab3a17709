import { extensions } from '@haven/persistence/extensions';
import pg from 'pg';

/** A service with its own database. */
export interface DatabaseOwner {
  readonly service: 'registry' | 'capacity' | 'matching';
  /** Roles without login that the service takes for its work. */
  readonly groups: readonly string[];
}

/** Owners of databases and schemas. No service is a member of another one's role. */
export const databaseOwners: readonly DatabaseOwner[] = [
  { service: 'registry', groups: ['haven_registry', 'haven_vault'] },
  { service: 'capacity', groups: ['haven_capacity'] },
  { service: 'matching', groups: ['haven_matching'] },
];

/** Makes roles, databases and extensions, which needs a superuser; repeating it changes nothing. Returns an address for each service. */
export async function prepareDatabases(
  superuserUrl: string,
  passwordOf: (role: string) => Promise<string>,
): Promise<Record<string, string>> {
  const urls: Record<string, string> = {};
  for (const owner of databaseOwners) {
    const login = `haven_${owner.service}_login`;
    const password = await passwordOf(login);
    await withClient(superuserUrl, (client) => prepareRoles(client, owner, login, password));
    await withClient(addressOf(superuserUrl, databaseName(owner)), prepareExtensions);
    urls[owner.service] = addressOf(superuserUrl, databaseName(owner), { name: login, password });
  }
  return urls;
}

const databaseName = ({ service }: DatabaseOwner): string => `haven_${service}`;

async function prepareRoles(client: pg.Client, owner: DatabaseOwner, login: string, password: string): Promise<void> {
  for (const group of owner.groups)
    if (!(await exists(client, 'pg_roles', 'rolname', group))) await client.query(`CREATE ROLE ${group} NOLOGIN`);
  const rights = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`;
  await client.query(`${(await exists(client, 'pg_roles', 'rolname', login)) ? 'ALTER' : 'CREATE'} ROLE ${login} ${rights}`);
  for (const group of owner.groups) await client.query(`GRANT ${group} TO ${login}`);
  const database = databaseName(owner);
  if (!(await exists(client, 'pg_database', 'datname', database))) await client.query(`CREATE DATABASE ${database} OWNER ${login}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
}

async function exists(client: pg.Client, catalog: string, column: string, name: string): Promise<boolean> {
  return (await client.query(`SELECT FROM ${catalog} WHERE ${column} = $1`, [name])).rowCount === 1;
}

async function prepareExtensions(client: pg.Client): Promise<void> {
  for (const extension of extensions) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA public`);
}

/** The same server, another database, perhaps another user. */
function addressOf(url: string, database: string, user?: { name: string; password: string }): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (user) [address.username, address.password] = [user.name, user.password];
  return address.href;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
