import type { IncomingMessage } from 'node:http';

/**
 * Makes a request say that it came to the public address. Links and redirects are made of what a request says of its host, and
 * whoever sends one could say anything.
 */
export function pinAddress({ headers }: IncomingMessage, publicUrl: string): void {
  const { host, protocol } = new URL(publicUrl);
  headers.host = host;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
  delete headers['x-forwarded-for'];
}
