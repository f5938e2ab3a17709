import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAccount, choosePassword } from '../harness/accounts.js';
import { Browser, formOf, type Reply } from '../harness/browser.js';
import { ownProcesses } from '../harness/shared-system.js';
import { discover, originOf, signIn, type Credentials } from '../harness/sign-in.js';
import { startSystem, type OwnSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;
const password = 'velvet harbour ladder six';

describeOwn('the page of accounts', () => {
  let system: OwnSystem;
  let page: string;
  let chief: Credentials;
  let browser: Browser;
  let organizationId: string;
  beforeAll(async () => {
    system = await startSystem();
    page = `${originOf(await discover(system.url))}/oidc/accounts`;
    chief = await addAccount(system, 'chief.one', 'COORDINATOR');
    browser = new Browser();
    await signIn(system.url, chief, browser);
    const made = await system.query<{ registerOrganization: { id: string } }>(
      `mutation { registerOrganization(input: { idempotencyKey: "accounts-page-1", name: "Harbour <b>House</b>", description: "Shelter" }) { ... on Organization { id } } }`,
    );
    organizationId = made.registerOrganization.id;
  }, 200_000);
  afterAll(() => system?.remove());

  const open = (who = browser) => who.send(page);
  const proofIn = (reply: Reply) => formOf(reply).fields['proof']!;
  const send = async (form: Record<string, string>, who = browser) =>
    who.send(page, { form: { proof: proofIn(await open(who)), ...form } });
  const linkIn = ({ body }: Reply) => /<code dir="ltr">([^<]+)<\/code>/.exec(body)?.[1];
  const problemIn = ({ body }: Reply) => /<p role="alert" id="problem">([^<]+)</.exec(body)?.[1];
  const canSignIn = (who: Credentials) =>
    signIn(system.url, who).then(
      () => true,
      () => false,
    );

  it('adds an account, whose owner chooses a password by the link', async () => {
    const made = await send({ do: 'add', name: 'nam.tran', role: 'PROVIDER', organization: organizationId });
    expect(made.status).toBe(200);
    await choosePassword(linkIn(made)!, password);
    expect(await canSignIn({ name: 'nam.tran', password })).toBe(true);
    const { body } = await open();
    expect(body).toContain('Harbour &lt;b&gt;House&lt;/b&gt;');
    expect(body).not.toContain(linkIn(made)!);
    const { stdout } = await system.haven('account', 'list');
    expect(stdout).toMatch(new RegExp(`nam\\.tran.*${organizationId}`, 's'));
  });

  it('closes an account, opens it again, and has its owner choose a new password', async () => {
    const who = await addAccount(system, 'pim.sook', 'HOTLINE');
    await send({ do: 'disable', name: who.name });
    expect(await canSignIn(who)).toBe(false);
    await send({ do: 'enable', name: who.name });
    expect(await canSignIn(who)).toBe(true);
    const reset = await send({ do: 'reset', name: who.name });
    expect(await canSignIn(who)).toBe(false);
    await choosePassword(linkIn(reset)!, password);
    expect(await canSignIn({ name: who.name, password })).toBe(true);
  });

  it.each([
    [{ name: 'x', role: 'HOTLINE', organization: '' }, 'This name cannot be used. Choose another one.'],
    [{ name: 'chief.one', role: 'HOTLINE', organization: '' }, 'Somebody has this name. Choose another one.'],
    [{ name: 'new.one', role: 'QUEEN', organization: '' }, 'Choose a role.'],
    [{ name: 'new.one', role: 'PROVIDER', organization: '' }, 'A shelter or service needs its organization.'],
    [{ name: 'new.one', role: 'PROVIDER', organization: 'nowhere' }, 'The directory has no organization with this id. Check it.'],
  ])('names the problem of %j, and keeps what was typed', async (typed, problem) => {
    const reply = await send({ do: 'add', ...typed });
    expect([reply.status, problemIn(reply)]).toEqual([400, problem]);
    expect(formOf(reply).fields).toMatchObject({ name: typed.name, organization: typed.organization });
    expect(linkIn(reply)).toBeUndefined();
  });

  it.each(['disable', 'reset'])('lets no coordinator %s their own account', async (what) => {
    const reply = await send({ do: what, name: ' Chief.One' });
    expect(problemIn(reply)).toMatch(/^You cannot close or reset your own account/);
    expect((await open()).status).toBe(200);
  });

  it('shows nobody else anything', async () => {
    const hotline = new Browser();
    await signIn(system.url, await addAccount(system, 'hot.line', 'HOTLINE'), hotline);
    for (const stranger of [hotline, new Browser()]) {
      const reply = await open(stranger);
      expect([reply.status, problemIn(reply)]).toEqual([403, 'Only coordinators see this page. Sign in as one, then open it again.']);
      expect(reply.body).not.toContain('chief.one');
      const sent = await stranger.send(page, { form: { proof: proofIn(await open()), do: 'reset', name: 'nam.tran' } });
      expect(sent.status).toBe(403);
    }
    expect(await canSignIn({ name: 'nam.tran', password })).toBe(true);
  });

  it('accepts no form from elsewhere, without its proof, or with the proof of another session', async () => {
    const other = new Browser();
    await signIn(system.url, await addAccount(system, 'chief.two', 'COORDINATOR'), other);
    const form = { do: 'disable', name: 'nam.tran' };
    const proof = proofIn(await open());
    const replies = [
      await browser.send(page, { form: { ...form, proof }, headers: { origin: 'https://evil.example' } }),
      await browser.send(page, { form: { ...form, proof }, headers: { 'sec-fetch-site': 'cross-site' } }),
      await browser.send(page, { form }),
      await browser.send(page, { form: { ...form, proof: proofIn(await open(other)) } }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(await canSignIn({ name: 'nam.tran', password })).toBe(true);
  });

  it('is closed to a coordinator whose own account was closed', async () => {
    const gone = new Browser();
    await signIn(system.url, await addAccount(system, 'chief.gone', 'COORDINATOR'), gone);
    expect((await open(gone)).status).toBe(200);
    await send({ do: 'disable', name: 'chief.gone' });
    expect((await open(gone)).status).toBe(403);
  });
});
