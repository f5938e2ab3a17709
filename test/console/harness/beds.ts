import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { System } from '../../src/harness/system.js';
import { fillSignIn, type Account } from './accounts.js';
import { addAccount } from './new-account.js';

/** A room, in the form of the graph. */
export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  readonly occupied: number;
  readonly held: number;
  readonly outOfService: number;
  readonly version: number;
  readonly confirmedAt: string | null;
}

/** A shelter of one test, with a member of staff. */
export interface Shelter {
  readonly organizationId: string;
  readonly serviceId: string;
  readonly account: Account;
  pools(): Promise<Pool[]>;
  /** Somebody elsewhere counts. */
  count(pool: string, occupied: number): Promise<void>;
  /** Holds a bed for somebody; returns the code of the case. */
  expectGuest(): Promise<{ readonly id: string; readonly caseReference: string }>;
  stateOf(holdId: string): Promise<string>;
  intake(): Promise<{ readonly open: boolean; readonly closedBecause: string | null; readonly closedUntil: string | null }>;
  requireAcceptance(): Promise<void>;
}

const key = () => ({ idempotencyKey: randomUUID() });

/** Registers a shelter with rooms of so many beds, two of each occupied. */
export async function newShelter(
  system: System,
  rooms: Readonly<Record<string, number>> = { Garden: 6, Harbour: 4 },
  name = `Shelter ${randomUUID().slice(0, 8)}`,
): Promise<Shelter> {
  const run = <T>(query: string, input: object) =>
    system.query<Record<string, T>>(query, { input }).then((data) => Object.values(data)[0]!);
  const organization = await run<{ id: string }>(
    'mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { ... on Organization { id } } }',
    { ...key(), name },
  );
  const location = { latitude: 3.59, longitude: 98.67, country: 'ID', city: 'Medan', visibility: 'PUBLIC' };
  const service = await run<{ id: string }>(
    'mutation ($input: RegisterServiceInput!) { registerService(input: $input) { ... on Service { id } } }',
    { ...key(), organizationId: organization.id, service: { name, categories: ['ACCOMMODATION'], locations: [location], admission: {} } },
  );
  for (const [room, total] of Object.entries(rooms))
    await run('mutation ($input: DefineBedPoolInput!) { defineBedPool(input: $input) { __typename } }', {
      ...key(),
      serviceId: service.id,
      name: room,
      total,
      occupied: 2,
    });
  const account = await addAccount(system, `night-${randomUUID().slice(0, 8)}`, 'PROVIDER', organization.id);
  return { organizationId: organization.id, serviceId: service.id, account, ...stepsAt(system, service.id) };
}

function stepsAt(system: System, serviceId: string): Omit<Shelter, 'organizationId' | 'serviceId' | 'account'> {
  const pools = async () => {
    const fields = 'id name total occupied held outOfService version confirmedAt';
    return (await system.query<{ bedPools: Pool[] }>(`query ($id: ID!) { bedPools(serviceId: $id) { ${fields} } }`, { id: serviceId }))
      .bedPools;
  };
  return {
    pools,
    count: async (name, occupied) => {
      const pool = (await pools()).find((one) => one.name === name)!;
      const input = { ...key(), poolId: pool.id, expectedVersion: pool.version, occupied };
      await system.query('mutation ($input: SetBedCountsInput!) { setBedCounts(input: $input) { __typename } }', { input });
    },
    expectGuest: async () => {
      const party = [
        { gender: 'WOMAN', age: 24 },
        { gender: 'MAN', age: 3 },
      ];
      const hold = 'mutation ($input: HoldBedsInput!) { holdBeds(input: $input) { __typename ... on Hold { id caseReference } } }';
      const { holdBeds } = await system.query<{ holdBeds: { id: string; caseReference: string } }>(
        hold,
        { input: { ...key(), serviceId, party } },
        'CASEWORKER',
      );
      return holdBeds;
    },
    stateOf: async (id) =>
      (await system.query<{ hold: { state: string } }>('query ($id: ID!) { hold(id: $id) { state } }', { id })).hold.state,
    intake: async () => {
      const query = 'query ($id: ID!) { intake(serviceId: $id) { open closedBecause closedUntil } }';
      return (await system.query<{ intake: Awaited<ReturnType<Shelter['intake']>> }>(query, { id: serviceId })).intake;
    },
    requireAcceptance: async () => {
      const input = { ...key(), serviceId, expectedVersion: 0, requiresAcceptance: true };
      await system.query('mutation ($input: SetIntakeInput!) { setIntake(input: $input) { __typename } }', { input });
    },
  };
}

/** Signs in from the console's first page, with the password if the provider asks for it. */
export async function signInAt(page: Page, account: Account): Promise<void> {
  await page.locator('.sign-in .button-main').click();
  await page.locator('#password, nav.menu').first().waitFor();
  if (await page.locator('#password').isVisible()) await fillSignIn(page, account);
  await page.getByRole('navigation').waitFor();
}

/** Opens the screen Beds as staff of the shelter, with an active service worker, and shows its rooms. */
export async function openBeds(page: Page, account: Account): Promise<void> {
  await page.goto('/beds');
  await signInAt(page, account);
  await page.locator('.room').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
}

/** Cuts the network and reloads the page. */
export async function reloadOffline(page: Page, context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  await page.reload();
  await page.locator('.room').first().waitFor();
}

/** The card of a room. */
export const roomCard = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

/** Presses + or − of a room so many times. */
export async function press(page: Page, room: string, sign: '+' | '−', times = 1): Promise<void> {
  const name = `${sign === '+' ? 'One more' : 'One fewer'}: Beds taken now`;
  for (let n = 0; n < times; n += 1) await roomCard(page, room).getByRole('button', { name }).click();
}

/** Waits until the record of a room is like this. */
export async function expectRecord(shelter: Shelter, room: string, expected: Partial<Pool>): Promise<void> {
  await expect.poll(async () => (await shelter.pools()).find(({ name }) => name === room)).toMatchObject(expected);
}
