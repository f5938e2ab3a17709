import { get } from 'node:http';

const limitMilliseconds = 2_000;

/** Whether the process on this port answers the path with 200 within 2 s; each time over a new connection. */
export function probe(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent: false, timeout: limitMilliseconds }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    // The socket's timeout would start again with each byte of a slow answer.
    const limit = setTimeout(() => request.destroy(), limitMilliseconds);
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
    request.once('close', () => (clearTimeout(limit), resolve(false)));
  });
}
