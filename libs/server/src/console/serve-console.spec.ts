import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import type { ConsoleFiles } from './console-files.js';
import type { ConsoleSettings } from './console-routes.js';
import { serveConsole } from './serve-console.js';

const settings: ConsoleSettings = {
  exitPage: null,
  lockMinutes: 7,
  publicUrl: 'http://localhost:4000',
  identityProvider: '/oidc',
  accountsPage: null,
  isDemo: false,
  clientId: 'haven-console',
  endedCookies: [],
};
const files: ConsoleFiles = {
  pages: [
    { paths: ['/', '/find'], hasEditor: false, html: '<!doctype html><meta id="settings" data-settings="">' },
    { paths: ['/graphiql'], hasEditor: true, html: '<!doctype html><div data-settings="">' },
  ],
  files: [
    { name: 'assets/app-1a2b.js', type: 'text/javascript; charset=utf-8', hashed: true, encodings: ['br', 'gzip'] },
    { name: 'worker.js', type: 'text/javascript; charset=utf-8', hashed: false, encodings: [] },
  ],
  read: ({ name }, encoding) => Promise.resolve(Buffer.from(`${name} ${encoding ?? 'plain'}`)),
};

async function serving(over: Partial<ConsoleSettings> = {}, built: ConsoleFiles | null = files): Promise<FastifyInstance> {
  const server = fastify();
  serveConsole(server, { files: built, settings: { ...settings, ...over } });
  await server.ready();
  return server;
}

describe('the console over HTTP', () => {
  let server: FastifyInstance;
  beforeAll(async () => void (server = await serving()));
  afterAll(() => server.close());

  it.each(['/', '/find'])('answers its own addresses with the page: %s', async (url) => {
    const { statusCode, headers, body } = await server.inject(url);
    expect({ statusCode, cache: headers['cache-control'] }).toEqual({ statusCode: 200, cache: 'no-cache' });
    expect(body).toContain('data-settings="{&quot;lockMinutes&quot;:7,&quot;publicUrl&quot;:&quot;http://localhost:4000&quot;,');
  });

  it.each([
    '/graphql',
    '/oidc/auth',
    '/health/live',
    '/metrics',
    '/hsds/services',
    '/control',
    '/find/deeper',
    '/assets/none.js',
    '/assets/',
  ])('leaves every other address to other routes: %s', async (url) => expect((await server.inject(url)).statusCode).toBe(404));

  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['', undefined],
  ])('sends hashed files with unlimited caching, in an encoding that the browser accepts: %s', async (accepted, encoding) => {
    const { headers, body } = await server.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': accepted } });
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
    expect(headers['content-encoding']).toBe(encoding);
    expect(body).toBe(`assets/app-1a2b.js ${encoding ?? 'plain'}`);
  });

  it('makes the browser revalidate files without a hash each time', async () => {
    expect((await server.inject('/worker.js')).headers['cache-control']).toBe('no-cache');
  });

  it('lets the page run only scripts of its own address, without exceptions', async () => {
    const policy = String((await server.inject('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('also lets the page with an editor write styles and markup, and nothing else', async () => {
    const policies = await Promise.all(
      ['/', '/graphiql'].map(async (url) => String((await server.inject(url)).headers['content-security-policy'])),
    );
    expect(policies[1]!.replace(" 'unsafe-inline'", '').replace('default dompurify', 'default')).toBe(policies[0]);
    expect(policies[1]).toContain("style-src 'self' 'unsafe-inline';");
  });

  it('lets it ask an external identity provider, and nobody else', async () => {
    const other = await serving({ identityProvider: 'https://login.example.org/realms/haven' });
    expect((await other.inject('/')).headers['content-security-policy']).toContain("connect-src 'self' https://login.example.org;");
    await other.close();
  });

  it('clears the browser on exit, and redirects to a blank page', async () => {
    const { headers, body } = await server.inject('/exit');
    expect(headers).toMatchObject({ 'clear-site-data': '"cache", "cookies", "storage"', 'cache-control': 'no-store' });
    expect(body).toContain('content="0;url=/blank"');
    expect((await server.inject('/blank')).body).not.toMatch(/haven/i);
  });

  it("ends the provider's cookies on exit, which scripts cannot reach", async () => {
    const other = await serving({ endedCookies: ['a=; path=/oidc', 'b=; path=/oidc'] });
    expect((await other.inject('/exit')).headers['set-cookie']).toEqual(['a=; path=/oidc', 'b=; path=/oidc']);
    expect((await other.inject('/')).headers['set-cookie']).toBeUndefined();
    await other.close();
  });

  it('has an exit even if it was not built', async () => {
    const other = await serving({}, null);
    const statuses = await Promise.all(['/', '/exit', '/blank'].map(async (url) => (await other.inject(url)).statusCode));
    expect(statuses).toEqual([404, 200, 200]);
    await other.close();
  });

  it('redirects to the page that a deployment names, whatever it contains', async () => {
    const other = await serving({ exitPage: 'https://example.org/?a="><b>&c' });
    expect((await other.inject('/exit')).body).toContain('content="0;url=https://example.org/?a=&quot;>&lt;b>&amp;c"');
    await other.close();
  });
});
