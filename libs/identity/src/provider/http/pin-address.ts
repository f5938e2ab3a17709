import type { IncomingMessage } from 'node:http';

/** Sets a request's host to the public address. Links and redirects are built from the host of the request, and a client could send any. */
export function pinAddress({ headers }: IncomingMessage, publicUrl: string): void {
  const { host, protocol } = new URL(publicUrl);
  headers.host = host;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
  delete headers['x-forwarded-for'];
}
