import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** Part of every text that is sent here; it must be in no log. */
export const mark = 'zzqx7mark';

/** A line break and a text that looks like a line of our log. */
const forged = `${mark}\n{"level":60,"msg":"${mark}"}\r\n    at ${mark} (file:///${mark}.js:1:1)`;
const inQuotes = JSON.stringify(forged);

/** Documents with every kind of error that a server finds by itself. */
const documents: readonly object[] = [
  { query: `{ ${forged}` },
  { query: `{ me } ${mark}` },
  { query: `{ me(${forged}` },
  { query: `{ ${mark} }` },
  { query: `query ${mark} { me { role } }`, operationName: forged },
  { query: `query ${mark}($a: ${mark}) { me { role } }`, variables: { [forged]: forged } },
  { query: '{ me { role } }', variables: [forged], extensions: { [forged]: forged } },
  { query: `{ services(after: ${inQuotes}) { edges { cursor } } }` },
  { query: `query ($f: ServiceFilter) { services(filter: $f) { edges { cursor } } }`, variables: { f: { category: forged } } },
  { query: `query ($f: ServiceFilter) { services(filter: $f) { edges { cursor } } }`, variables: { f: { text: forged, [mark]: 1 } } },
  { query: `{ service(id: ${inQuotes}) { id } hold(id: ${inQuotes}) { id } organization(id: ${inQuotes}) { id } }` },
  { query: `{ places(query: ${inQuotes}) { name } }` },
  { query: `{ places(query: "${mark}\\u0000") { name } }` },
  { query: `{ occupancyHistory(serviceId: ${inQuotes}, bucket: DAY, from: "${mark}", to: "${mark}") { at } }` },
  { query: `subscription { holdChanged(serviceId: ${inQuotes}) { id } }` },
  { query: `{ ${'me { '.repeat(200)} ${mark} ${'}'.repeat(200)} }` },
  { query: `{ ${`${mark} `.repeat(12_000)} }` },
  { query: { [mark]: forged } },
  { [mark]: forged },
];

/** Sends everything over HTTP, with and without a token. */
export async function sendOverHttp(url: string, token: string): Promise<void> {
  for (const given of [null, token, mark])
    for (const body of [...documents.map((document) => JSON.stringify(document)), forged, `{"query":"${mark}`, `[${inQuotes}]`])
      await send(url, body, given).catch(() => null);
  const headers = { authorization: `Bearer ${mark}.${mark}.${mark}`, 'user-agent': mark, cookie: mark, traceparent: mark, accept: mark };
  await fetch(`${url}/${mark}?${mark}=1`, { headers });
  await fetch(`${url}/graphql?query={${mark}`, { headers });
  await fetch(`${url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': `${mark}/${mark}` }, body: forged });
  await fetch(`${url}/graphql`, { method: 'DELETE', headers });
}

/** A subscription may stay open for ever. */
async function send(url: string, body: string, token: string | null): Promise<void> {
  const headers = { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) };
  await (await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: AbortSignal.timeout(2_000) })).text();
}

/** Requests that no HTTP client would send. */
const heads: readonly string[] = [
  `${mark} / HTTP/1.1\r\nhost: a\r\n\r\n`,
  `GET /%zz${mark}%00 HTTP/1.1\r\nhost: ${mark}\r\n\r\n`,
  `GET //${mark}:99999999/ HTTP/1.1\r\nhost: ${mark}:x\r\n\r\n`,
  `GET http://[${mark}/ HTTP/1.1\r\nhost: [${mark}\r\n\r\n`,
  `POST /graphql HTTP/1.1\r\nhost: a\r\n${mark}: \x01${mark}\r\n\r\n`,
  `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: ${mark}\r\n\r\n`,
  `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${mark}\r\n`,
  `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"query":"${mark}`,
  `GET /graphql HTTP/1.1\r\nhost: a\r\n${mark}: ${'x'.repeat(20_000)}${mark}\r\n\r\n`,
  upgrade(`/${mark}`, 'dGhlIHNhbXBsZSBub25jZQ==', 'graphql-transport-ws'),
  upgrade('/graphql', mark, mark),
  upgrade('/graphql', 'dGhlIHNhbXBsZSBub25jZQ==', `${mark},,,${mark}`),
  upgrade(`/graphql?${mark}`, 'dGhlIHNhbXBsZSBub25jZQ==', mark),
  upgrade(`//[${mark}`, 'dGhlIHNhbXBsZSBub25jZQ==', mark),
  `${upgrade('/graphql', 'dGhlIHNhbXBsZSBub25jZQ==', 'graphql-transport-ws')}\xff\xff${mark}`,
];

function upgrade(path: string, key: string, protocol: string): string {
  const words = ['connection: upgrade', 'upgrade: websocket', 'sec-websocket-version: 13', `sec-websocket-key: ${key}`];
  return [`GET ${path} HTTP/1.1`, 'host: a', ...words, `sec-websocket-protocol: ${protocol}`, '', ''].join('\r\n');
}

/** Sends each on its own connection, and hangs up after the answer or half a second. */
export async function sendRaw(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  await Promise.all(
    heads.map(async (head) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined).on('data', () => undefined);
      socket.write(Buffer.from(head, 'latin1'));
      await Promise.race([once(socket, 'close'), sleep(500)]);
      socket.destroy();
    }),
  );
}

const hello = (token: string | null) =>
  JSON.stringify({ type: 'connection_init', payload: token === null ? { [mark]: forged } : { authorization: `Bearer ${token}` } });

/** Messages after the hello, each on its own connection. */
const messages: readonly (string | Buffer)[] = [
  forged,
  `{"type":${inQuotes}}`,
  `{"type":"subscribe","id":${inQuotes}}`,
  `{"type":"subscribe","id":"1","payload":{"query":7,"${mark}":1}}`,
  `{"type":"complete","id":${inQuotes}}`,
  `{"type":"ping","payload":{"${mark}":${inQuotes}}}`,
  `{"type":"next","id":"1","payload":{"${mark}":1}}`,
  `{"type":"connection_init","payload":{"${mark}":1}}`,
  Buffer.from([0xff, 0xfe]),
  ...documents.map((payload) => JSON.stringify({ type: 'subscribe', id: forged, payload })),
  ...documents.map((payload) => JSON.stringify({ type: 'subscribe', id: '1', payload })),
];

/** Sends everything over WebSockets, with and without a token, and closes with its own reason. */
export async function sendOverWebSocket(url: string, token: string): Promise<void> {
  for (const given of [null, token, mark]) {
    await Promise.all(messages.map((message) => talk(url, [hello(given), message])));
    await talk(url, [messages[9]!]);
  }
  // Twice the same id, too long for the reason of a close.
  const twice = JSON.stringify({
    type: 'subscribe',
    id: mark.repeat(50),
    payload: { query: 'subscription { availabilityChanged { serviceId } }' },
  });
  await talk(url, [hello(token), twice, twice]);
}

async function talk(url: string, sent: readonly (string | Buffer)[]): Promise<void> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { headers: { 'user-agent': mark } });
  socket.on('error', () => undefined);
  await once(socket, 'open').catch(() => null);
  for (const one of sent) {
    if (socket.readyState !== WebSocket.OPEN) break;
    socket.send(one, { binary: false });
    // The hello is answered; the other messages only have to arrive.
    await Promise.race([once(socket, 'message'), once(socket, 'close'), sleep(400)]);
  }
  if (socket.readyState === WebSocket.OPEN) socket.close(4000, mark);
  await Promise.race([once(socket, 'close'), sleep(400)]);
  socket.terminate();
}
