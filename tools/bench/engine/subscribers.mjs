// Many subscriptions to the beds of one service, with the time at which each received a count. Runs in its own process.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { now } from './moments.mjs';

const sequenceIn = /"sequence":(\d+)/;

const failed = (what) => {
  throw new Error(`A socket of the subscriptions: ${what}`);
};

/** `sockets`: for each, its token and how many subscriptions it has. */
process.once('message', async ({ url, sockets, serviceId }) => {
  const count = sockets.reduce((sum, { subscriptions }) => sum + subscriptions, 0);
  const told = new Map();
  let states = 0;
  const hear = (data) => {
    const at = now();
    if (data.includes('"error"')) failed(data);
    const sequence = sequenceIn.exec(data)?.[1];
    if (!sequence) return;
    states += 1;
    const times = told.get(sequence) ?? [];
    told.set(sequence, times);
    if (times.push(at) < count) return;
    told.delete(sequence);
    process.send({ sequence: Number(sequence), times });
  };
  const query = `subscription { availabilityChanged(filter: { serviceIds: ["${serviceId}"] }) { serviceId free total status sequence } }`;
  let open = 0;
  for (const { token, subscriptions } of sockets) {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('close', (code, reason) => failed(`${code} ${reason}`));
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    await once(socket, 'message');
    socket.on('message', (data) => hear(data.toString('latin1')));
    for (let id = 0; id < subscriptions; id += 1) socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query } }));
    open += subscriptions;
    // One caller may have a hundred waiting.
    while (states < open) await once(socket, 'message');
  }
});
