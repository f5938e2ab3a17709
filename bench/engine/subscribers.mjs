// Many subscriptions to the beds of one service, and when each was told of a count. In a process of its own.
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Of one clock for all processes of the machine, in milliseconds. */
const now = () => Number(process.hrtime.bigint()) / 1e6;
/** A socket may have no more. */
const eachSocket = 50;
const sequenceIn = /"sequence":(\d+)/;

process.once('message', async ({ url, token, serviceId, count }) => {
  const told = new Map();
  let states = 0;
  const hear = (data) => {
    const at = now();
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
  for (let open = 0; open < count; open += eachSocket) {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    await once(socket, 'message');
    socket.on('message', (data) => hear(data.toString('latin1')));
    const last = Math.min(count, open + eachSocket);
    for (let id = open; id < last; id += 1) socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query } }));
    // One caller may have a hundred wait.
    while (states < last) await once(socket, 'message');
  }
});
