import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAccount } from '../harness/accounts.js';
import { Browser } from '../harness/browser.js';
import { ownProcesses } from '../harness/shared-system.js';
import { authorizationRequest, discover, openPage, submit } from '../harness/sign-in.js';
import { startSystem, type OwnSystem } from '../harness/system.js';

(ownProcesses ? describe : describe.skip)('sign-ins without end from one place', () => {
  let system: OwnSystem;
  beforeAll(async () => void (system = await startSystem()), 200_000);
  afterAll(() => system?.remove());

  it('are refused, and those in progress continue', async () => {
    const discovery = await discover(system.url);
    const ana = await addAccount(system, 'ana.reyes', 'HOTLINE');
    const [browser, asked] = [new Browser(), authorizationRequest(discovery)];
    const page = await openPage(browser, asked);
    const statuses: number[] = [];
    while (!statuses.includes(429) && statuses.length < 400)
      statuses.push((await new Browser().send(authorizationRequest(discovery).url)).status);
    expect(statuses.slice(-2)).toEqual([303, 429]);
    expect((await submit(browser, page, { name: ana.name, password: ana.password })).status).toBe(303);
  }, 200_000);
});
