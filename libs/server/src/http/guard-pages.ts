import type { Server } from 'node:http';
import { guardConnection, pageHeaders } from '@haven/graphql';

/** Gives every answer the security headers, even where Fastify's own hooks do not run, and where Node or `ws` answers. */
export function guardPages(server: Server): void {
  server.prependListener('connection', guardConnection);
  server.prependListener('request', (_request, response) => {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
  });
}
