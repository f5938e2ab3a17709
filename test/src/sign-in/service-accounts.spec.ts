import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { mutate } from '../bad-input/registry-operations.js';
import { runHaven } from '../harness/command.js';
import { ask } from '../harness/graphql.js';
import { ownProcesses } from '../harness/shared-system.js';
import { askForTokens, discover, type Discovery } from '../harness/sign-in.js';
import { startSystem, type OwnSystem } from '../harness/system.js';

const describeOwn = ownProcesses ? describe : describe.skip;
const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

describeOwn('a service account', () => {
  let system: OwnSystem;
  let discovery: Discovery;
  let folder: string;
  let organizationId: string;
  let mine: KeyObject;
  const id = 'hmis-bridge';

  beforeAll(async () => {
    system = await startSystem();
    discovery = await discover(system.url);
    organizationId = (await mutate(system, 'registerOrganization', { name: 'Night line' })).result!.id;
    folder = await mkdtemp(join(tmpdir(), 'haven-keys-'));
    mine = (await added(id, '--role', 'caseworker', '--organization', organizationId)).privateKey;
  }, 200_000);
  afterAll(async () => {
    await system?.remove();
    await rm(folder, { recursive: true });
  });

  /** A file with a public key. */
  async function fileOf({ publicKey }: { publicKey: KeyObject }): Promise<string> {
    const path = join(folder, `${randomUUID()}.pem`);
    await writeFile(path, publicKey.export({ format: 'pem', type: 'spki' }));
    return path;
  }
  async function added(name: string, ...args: string[]) {
    const pair = newKey();
    await system.haven('service-account', 'add', name, ...args, '--key', await fileOf(pair));
    return pair;
  }
  const seconds = () => Math.floor(Date.now() / 1000);
  const claims = (): JWTPayload => ({ iss: id, sub: id, aud: discovery.issuer, jti: randomUUID(), iat: seconds(), exp: seconds() + 60 });
  const sign = (payload: JWTPayload, key: KeyObject | Uint8Array = mine, alg = 'ES256') =>
    new SignJWT(payload).setProtectedHeader({ alg }).sign(key);
  const askWith = (client_assertion: string) =>
    askForTokens(discovery, {
      grant_type: 'client_credentials',
      scope: 'haven',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    });
  const statusOf = async (assertion: string) => (await askWith(assertion)).status;

  it('gets a token that the API accepts, with its role and organization', async () => {
    const { status, body } = await askWith(await sign(claims()));
    expect([status, body['token_type']]).toEqual([200, 'Bearer']);
    const answer = await ask(system.url, { query: '{ me { role organizationId } }', token: body['access_token']! });
    expect(answer.data).toEqual({ me: { role: 'CASEWORKER', organizationId } });
  });

  it('may name the token endpoint instead of the issuer', async () => {
    expect(await statusOf(await sign({ ...claims(), aud: discovery.token_endpoint }))).toBe(200);
  });

  it('needs a new assertion each time: one counts once, even if it is sent twice at once', async () => {
    const assertion = await sign(claims());
    const first = await Promise.all(Array.from({ length: 4 }, () => statusOf(assertion)));
    expect(first.filter((status) => status === 200)).toHaveLength(1);
    expect(await statusOf(assertion)).toBe(401);
  });

  it.each<[string, (good: JWTPayload) => Promise<string> | string]>([
    ['without a signature', (good) => new UnsecuredJWT(good).encode()],
    ['with a shared secret', (good) => sign(good, new TextEncoder().encode('x'.repeat(32)), 'HS256')],
    ['with a key of its own', (good) => sign(good, newKey().privateKey)],
    ['for somebody else', (good) => sign({ ...good, aud: 'https://elsewhere.example/oidc' })],
    ['for us and somebody else', (good) => sign({ ...good, aud: [good.aud as string, 'https://elsewhere.example'] })],
    ['for a long time', (good) => sign({ ...good, exp: good.iat! + 3600 })],
    ['that is over', (good) => sign({ ...good, iat: good.iat! - 300, exp: good.iat! - 200 })],
    ['without an end', ({ exp: _, ...good }) => sign(good)],
    ['without a beginning', ({ iat: _, ...good }) => sign(good)],
    ['without a number of its own', ({ jti: _, ...good }) => sign(good)],
    ['in the name of another one', (good) => sign({ ...good, iss: 'somebody-else', sub: 'somebody-else' })],
    ['in the name of the console', (good) => sign({ ...good, iss: 'haven-console', sub: 'haven-console' })],
  ])('is refused with an assertion %s', async (_, assertionOf) => {
    const { status, body } = await askWith(await assertionOf(claims()));
    expect([400, 401]).toContain(status);
    expect(body['access_token']).toBeUndefined();
  });

  it('is refused without an assertion', async () => {
    const answer = await askForTokens(discovery, { grant_type: 'client_credentials', client_id: id, scope: 'haven' });
    expect([answer.status, answer.body['access_token']]).toEqual([401, undefined]);
    const console = await askForTokens(discovery, { grant_type: 'client_credentials', client_id: 'haven-console', scope: 'haven' });
    expect([console.status, console.body['access_token']]).toEqual([400, undefined]);
  });

  it('changes its key without a gap', async () => {
    const name = 'rotating';
    const [old, next] = [await added(name, '--role', 'auditor'), newKey()];
    const as = ({ privateKey }: { privateKey: KeyObject }) => sign({ ...claims(), iss: name, sub: name }, privateKey).then(statusOf);
    await system.haven('service-account', 'add-key', name, '--key', await fileOf(next));
    expect([await as(old), await as(next)]).toEqual([200, 200]);
    const listed = JSON.parse((await system.haven('service-account', 'list')).stdout.split('\n').find((line) => line.includes(name))!) as {
      keys: string[];
    };
    await system.haven('service-account', 'remove-key', name, '--key-id', listed.keys[0]!);
    expect([await as(old), await as(next)]).toEqual([401, 200]);
  });

  it('gets nothing once it is disabled', async () => {
    const name = 'retired';
    const pair = await added(name, '--role', 'auditor');
    const as = () => sign({ ...claims(), iss: name, sub: name }, pair.privateKey).then(statusOf);
    expect(await as()).toBe(200);
    await system.haven('service-account', 'disable', name);
    expect(await as()).toBe(401);
  });

  it('is not made with a private key, for a provider without an organization, or twice', async () => {
    const env = { HAVEN_DATA: system.dataDirectory };
    const secret = join(folder, 'secret.pem');
    await writeFile(secret, newKey().privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const good = await fileOf(newKey());
    const failing = [
      ['add', 'leaky', '--role', 'auditor', '--key', secret],
      ['add', 'misplaced', '--role', 'auditor', '--organization', 'nowhere', '--key', good],
      ['add', 'homeless', '--role', 'provider', '--key', good],
      ['add', id, '--role', 'auditor', '--key', good],
      ['add', 'Not A Name', '--role', 'auditor', '--key', good],
      ['disable', 'unknown'],
    ];
    for (const args of failing) expect((await runHaven(['service-account', ...args], { env })).code).toBe(1);
  });
});
