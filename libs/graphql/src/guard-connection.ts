import type { Socket } from 'node:net';
import { pageHeaders } from './page-headers.js';

/**
 * Adds the security headers to every refusal on this connection that has none. Node and `ws` refuse what is no proper request, and they
 * write the answer to the socket themselves: no hook of a framework sees it.
 */
export function guardConnection(socket: Socket): void {
  const { write, end } = socket;
  const guardedFirst = (given: unknown[]): unknown[] => [guarded(given[0]), ...given.slice(1)];
  socket.write = (...given: unknown[]) => write.apply(socket, guardedFirst(given) as Parameters<typeof write>);
  socket.end = (...given: unknown[]) => end.apply(socket, guardedFirst(given) as unknown as Parameters<typeof end>);
}

const refusal = /^HTTP\/1\.1 [45]\d\d [^\r\n]*\r\n/;
const beginning = 'HTTP/1.1 ';
const added = Object.entries(pageHeaders).map(([name, value]) => `${name}: ${value}\r\n`);

/** Nobody should read these few words as a page. */
function guarded(chunk: unknown): unknown {
  const isText = typeof chunk === 'string';
  if (!(isText || Buffer.isBuffer(chunk)) || chunk.length < beginning.length) return chunk;
  if ((isText ? chunk.slice(0, beginning.length) : chunk.toString('latin1', 0, beginning.length)) !== beginning) return chunk;
  const text = isText ? chunk : chunk.toString('latin1');
  const [line] = refusal.exec(text) ?? [];
  const head = text.slice(0, text.indexOf('\r\n\r\n'));
  if (line === undefined || /^x-content-type-options:/im.test(head)) return chunk;
  const rest = head.slice(line.length).replace(/^content-type: text\/html/im, 'Content-Type: text/plain');
  const whole = line + added.join('') + rest + text.slice(head.length);
  return isText ? whole : Buffer.from(whole, 'latin1');
}
