// Opens many subscriptions over one socket, and waits until each has received the current state.
import { once } from 'node:events';
import { WebSocket } from 'ws';

const quietMilliseconds = 700;

/** Returns how many messages came until none came for a while. */
export async function openSubscriptions({ url, tokenOf }, subject, query, count) {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${await tokenOf(subject)}` } }));
  await once(socket, 'message');
  let told = 0;
  const done = new Promise((resolve) => {
    let timer = setTimeout(resolve, quietMilliseconds);
    socket.on('message', () => {
      told += 1;
      clearTimeout(timer);
      timer = setTimeout(resolve, quietMilliseconds);
    });
    socket.once('close', resolve);
  });
  for (let id = 0; id < count; id += 1) socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query } }));
  await done;
  socket.terminate();
  return `${told} messages`;
}
