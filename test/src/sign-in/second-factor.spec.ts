import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAccount } from '../harness/accounts.js';
import { Browser, formOf } from '../harness/browser.js';
import { ownProcesses } from '../harness/shared-system.js';
import { authorizationRequest, discover, openPage, submit, type Credentials, type Discovery } from '../harness/sign-in.js';
import { startSystem, type OwnSystem } from '../harness/system.js';
import { codeOf } from '../harness/totp.js';

const describeOwn = ownProcesses ? describe : describe.skip;

describeOwn('a second factor that a deployment requires', () => {
  let system: OwnSystem;
  let discovery: Discovery;
  let ana: Credentials;
  let secret: string;
  let used: string;
  beforeAll(async () => {
    system = await startSystem({ env: { HAVEN_SECOND_FACTOR: 'required' } });
    discovery = await discover(system.url);
    ana = await addAccount(system, 'ana.reyes');
  }, 200_000);
  afterAll(() => system?.remove());

  /** The page after name and password. */
  async function afterPassword(browser: Browser) {
    const page = await openPage(browser, authorizationRequest(discovery));
    return submit(browser, page, { name: ana.name, password: ana.password });
  }

  it('is added at the first sign-in, with a key to type and one to open', async () => {
    const browser = new Browser();
    const page = await afterPassword(browser);
    ({ secret } = formOf(page).fields as { secret: string });
    expect(page.body).toContain(secret.replace(/(.{4})(?=.)/g, '$1 '));
    expect(page.body).toContain('href="otpauth://totp/');
    const wrong = await submit(browser, page, { code: 'no code' });
    expect([wrong.status, formOf(wrong).fields['secret']]).toEqual([401, secret]);
    expect((await submit(browser, wrong, { code: codeOf(secret) })).status).toBe(303);
  });

  it('is required from then on, and never shown again', async () => {
    const browser = new Browser();
    const page = await afterPassword(browser);
    expect(page.body).toContain('one-time-code');
    expect(page.body).not.toContain(secret);
    const wrong = await submit(browser, page, { code: '000000x' });
    expect([wrong.status, wrong.location]).toEqual([401, null]);
    used = codeOf(secret, 1);
    expect((await submit(browser, wrong, { code: used })).status).toBe(303);
  });

  it('accepts no code twice, and no code without the password', async () => {
    const browser = new Browser();
    const page = await afterPassword(browser);
    expect((await submit(browser, page, { code: used })).status).toBe(401);
    const stranger = new Browser();
    const first = await openPage(stranger, authorizationRequest(discovery));
    const sent = await submit(stranger, first, { ticket: 'x'.repeat(80), code: codeOf(secret, 1) });
    expect([sent.status, sent.location]).toEqual([401, null]);
  });
});
