import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBrowsers } from './browsers.js';
import { answerConsole } from './console.js';

const provider = 'https://login.example.org/realms/haven';

describe('the console at the gateway', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'haven-built-console-'));
    await mkdir(join(directory, 'site'));
    for (const page of ['index', 'graphiql'])
      await writeFile(join(directory, `site/${page}.html`), `<!doctype html>${page}<div data-settings="">`);
    await writeFile(
      join(directory, 'manifest.json'),
      JSON.stringify({
        pages: [
          { file: 'index.html', paths: ['/', '/find'], hasEditor: false },
          { file: 'graphiql.html', paths: ['/graphiql'], hasEditor: true },
        ],
        files: [],
      }),
    );
  });
  afterAll(() => rm(directory, { recursive: true }));

  /** What a browser gets; null: the GraphQL part of the gateway answers. */
  async function answer(environment: Record<string, string>, path: string, method = 'GET'): Promise<Response | null> {
    let answered: Response | null = null;
    const plugin = answerConsole(pathToFileURL(`${directory}/`), environment);
    const ask = (url: URL, asked: RequestInit, endResponse: (response: Response) => void) =>
      plugin.onRequest?.({ request: new Request(url, asked), url, fetchAPI: globalThis, endResponse } as never);
    const host = 'http://localhost:4000';
    await ask(new URL(path, host), { method }, (response) => (answered = response));
    // The plugin reads the console in any case: this waits for it, before the directory goes.
    await ask(new URL('/find', host), {}, () => undefined);
    if (answered) await guardBrowsers.onResponse?.({ response: answered } as never);
    return answered;
  }

  it('is served if the gateway knows where people sign in, and may ask only that provider', async () => {
    const page = (await answer({ HAVEN_ISSUER: provider, HAVEN_CONSOLE_CLIENT: 'beds' }, '/find'))!;
    expect(await page.text()).toContain(`&quot;identityProvider&quot;:&quot;${provider}&quot;,&quot;clientId&quot;:&quot;beds&quot;`);
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self' https://login.example.org;");
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('has GraphiQL, which signs in at the same provider', async () => {
    const page = (await answer({ HAVEN_ISSUER: provider }, '/graphiql'))!;
    expect(await page.text()).toMatch(/^<!doctype html>graphiql<div data-settings=".*https:\/\/login.example.org\/realms\/haven/);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  it('has the quick exit', async () => {
    const page = (await answer({ HAVEN_ISSUER: provider, HAVEN_EXIT_PAGE: 'https://example.org/weather' }, '/exit'))!;
    expect(page.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('https://example.org/weather');
  });

  it.each([
    ['where nobody signs in', {}, '/', 'GET'],
    ['for the graph', { HAVEN_ISSUER: provider }, '/graphql', 'GET'],
    ['for probes', { HAVEN_ISSUER: provider }, '/health/live', 'GET'],
    ['for what is sent', { HAVEN_ISSUER: provider }, '/', 'POST'],
  ])('does not interfere %s', async (_, environment, path, method) => {
    expect(await answer(environment as Record<string, string>, path, method)).toBeNull();
  });

  it('says which setting is wrong', async () => {
    await expect(answer({ HAVEN_ISSUER: 'login.example.org' }, '/')).rejects.toThrow(
      /HAVEN_ISSUER must be: address of the OpenID provider/,
    );
  });
});
