import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

describe('the directory at the gateway', () => {
  let registry: Server;
  let asked: IncomingMessage[];
  let passDirectory: typeof import('./pass-directory.js').passDirectory;
  beforeAll(async () => {
    registry = createServer((request, response) => {
      asked.push(request);
      response.writeHead(request.headers['if-none-match'] ? 304 : 200, { etag: '"1"', 'content-type': 'application/json', server: 'x' });
      response.end(request.headers['if-none-match'] ? undefined : '{"empty":true}');
    });
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
    process.env['HAVEN_REGISTRY_URL'] = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
    jest.resetModules();
    ({ passDirectory } = await import('./pass-directory.js'));
  });
  afterAll(() => {
    delete process.env['HAVEN_REGISTRY_URL'];
    registry.close();
  });
  beforeEach(() => {
    asked = [];
  });

  async function answer(path: string, { method = 'GET', headers = {} } = {}): Promise<Response | null> {
    let answered: Response | null = null;
    const url = new URL(path, 'http://localhost:4000');
    const request = new Request(url, { method, headers });
    await passDirectory.onRequest?.({ request, url, fetchAPI: globalThis, endResponse: (one: Response) => (answered = one) } as never);
    return answered;
  }

  it('forwards the caller and the page to the registry', async () => {
    const given = (await answer('/hsds/services?page=2', { headers: { authorization: 'Bearer t', cookie: 'secret=1' } }))!;
    expect(await given.json()).toEqual({ empty: true });
    expect(given.headers.get('etag')).toBe('"1"');
    expect(given.headers.get('server')).toBeNull();
    expect(asked[0]!.url).toBe('/hsds/services?page=2');
    expect(asked[0]!.headers).toMatchObject({ authorization: 'Bearer t' });
    expect(asked[0]!.headers['cookie']).toBeUndefined();
  });

  it('passes on that nothing changed', async () => {
    const given = (await answer('/hsds/services', { headers: { 'if-none-match': '"1"' } }))!;
    expect(given.status).toBe(304);
  });

  it('is read-only, and forwards nothing else', async () => {
    expect((await answer('/hsds/services', { method: 'POST' }))!.status).toBe(404);
    expect(await answer('/hsdsx')).toBeNull();
    expect(await answer('/graphql')).toBeNull();
    // Dots in the path cannot lead out of it.
    expect(await answer('/hsds/../metrics')).toBeNull();
    expect(asked).toHaveLength(0);
  });

  it('says what to do if the registry is away', async () => {
    await new Promise((resolve) => registry.close(resolve).closeAllConnections());
    const given = (await answer('/hsds/services'))!;
    expect(given.status).toBe(503);
    expect(await given.json()).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});
