// Clients that try to make others wait. Each continues until it is told to stop, and counts its answers.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { hardDocuments, repeated } from '../fairness/documents.mjs';
import { worstQueries } from '../fairness/worst-queries.mjs';
import { post } from '@haven/test/harness/graphql';

const page = { args: 'first: 100', select: '{ edges { node { id name hsds } } }' };
const deep = `{ services(first: 1) { edges { node ${'{ organization { services '.repeat(12)} { id } ${'} }'.repeat(12)} } } }`;

/** By name: how many of a hundred, and one attack. `world`: that of the fairness bench; `tokenOf` makes a token for a subject. */
export function attackers({ url, tokenOf }, world) {
  const worst = worstQueries(world);
  const asking = (operation) => async (subject) => {
    const { status, errors } = await post(url, JSON.stringify(operation), await tokenOf(subject));
    return `${status} ${errors[0]?.extensions?.code ?? ''}`.trim();
  };
  return {
    '200 aliases of a page': [10, asking(repeated('query', 'services', page, 200))],
    'the largest page': [10, asking(repeated('query', 'services', page, 1))],
    'a deep document': [10, asking({ query: deep })],
    'match at its limits': [15, asking(repeated('query', 'match', worst.match, 1))],
    'planGroup at its limits': [10, asking(repeated('query', 'planGroup', worst.planGroup, 1))],
    'as many words as a document may have': [10, asking({ query: hardDocuments['as many words as a document may have'] })],
    'a body that drips': [10, (subject) => drip(url, subject)],
    'a socket that says nothing': [5, () => silentSocket(url)],
    'a socket that subscribes without end': [10, async (subject) => subscribing(url, await tokenOf(subject))],
    'answers that are not read': [10, async (subject) => unread(url, await tokenOf(subject), repeated('query', 'services', page, 1))],
  };
}

const headOf = (length, token) =>
  `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${token ? `authorization: Bearer ${token}\r\n` : ''}\r\n`;

/** Until the server closes it, or 10 s. */
async function heldOpen(url, begin) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const closed = new Promise((resolve) => socket.once('close', () => resolve('cut off')));
  socket.on('error', () => undefined);
  const timer = begin(socket);
  const end = await Promise.race([closed, sleep(10_000, 'open for 10 s')]);
  clearInterval(timer);
  socket.destroy();
  return end;
}

const drip = (url) =>
  heldOpen(url, (socket) => {
    socket.resume().write(headOf(100_000));
    return setInterval(() => socket.write('x'), 500);
  });

const unread = (url, token, operation) =>
  heldOpen(url, (socket) => {
    const body = JSON.stringify(operation);
    for (let n = 0; n < 20; n += 1) socket.write(headOf(Buffer.byteLength(body), token) + body);
    socket.pause();
  });

const socketTo = (url) => new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
const closeOf = (socket) =>
  Promise.race([
    new Promise((resolve) => socket.once('close', (code) => resolve(`closed ${code}`))),
    sleep(10_000, 'open for 10 s'),
  ]).finally(() => socket.terminate());

function silentSocket(url) {
  const socket = socketTo(url).on('error', () => undefined);
  return closeOf(socket);
}

function subscribing(url, token) {
  const socket = socketTo(url).on('error', () => undefined);
  let id = 0;
  const query = 'subscription { availabilityChanged { serviceId free pools { id free } } }';
  socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })));
  socket.once('message', () => {
    const more = setInterval(() => {
      if (socket.readyState !== socket.OPEN) return clearInterval(more);
      socket.send(JSON.stringify({ type: 'subscribe', id: String(id++), payload: { query } }));
    }, 20);
  });
  return closeOf(socket);
}
