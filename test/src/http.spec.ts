import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ownProcesses, sharedSystem } from './harness/shared-system.js';

/** The single process has the console and the issuer on its port; a deployment has neither behind its gateway. */
const itOwn = ownProcesses ? it : it.skip;

describe('routes beside the graph', () => {
  const { url } = sharedSystem();

  it('tell probes the truth without a token', async () => {
    await request(url).get('/health/live').expect(200, { status: 'live' });
    await request(url).get('/health/ready').expect(200, { status: 'ready' });
  });

  itOwn.each(['/', '/graphiql'])('serve the page %s from here alone', async (path) => {
    const page = await request(url).get(path).expect(200).expect('content-type', /html/);
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; worker-src 'self';/);
    for (const [, file] of page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) await request(url).get(file!).expect(200);
  });

  itOwn('publish the public key only', async () => {
    const { body } = await request(url).get('/.well-known/jwks.json').expect(200);
    expect(body.keys).toHaveLength(1);
    expect(Object.keys(body.keys[0]).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it.each(['/health/live', '/graphql', '/metrics', '/not/there', '/graphql?query={me{role}}', '/assets/none.js', '/%zz'])(
    'stop browsers from interpreting an answer as more than it is: %s',
    async (path) => {
      const { headers } = await request(url).get(path);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    },
  );

  it.each([
    ['no JSON', '{"query":', 400],
    ['what is too large', `{"query":"${'x'.repeat(2_000_000)}"}`, 413],
  ])('do so when they refuse %s', async (_what, body, status) => {
    const sent = request(url).post('/graphql').set('content-type', 'application/json').send(body);
    const { headers } = await sent.expect(status);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each([
    ['a header that is too large', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['a bad header', 'GET / HTTP/1.1\r\nbad header\r\n\r\n'],
    ['no HTTP', 'garbage\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['an expectation', 'GET / HTTP/1.1\r\nhost: a\r\nexpect: nothing\r\nconnection: close\r\n\r\n'],
    ['a WebSocket without a key', 'GET /graphql HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
  ])('do so when Node or ws refuses %s', async (_what, sent) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.write(sent);
    const [head] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(head!.toLowerCase()).toMatch(
      /x-content-type-options: nosniff\r\nreferrer-policy: no-referrer\r\ncontent-security-policy: default-src 'none'/,
    );
    expect(head).not.toContain('text/html');
  });

  it('say of an unknown path only that it is not there', async () => {
    const { text } = await request(url).get('/etc/passwd').expect(404);
    expect(text).not.toMatch(/at .*\.js/);
  });
});
