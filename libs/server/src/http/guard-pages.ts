import type { Server } from 'node:http';
import { pageHeaders } from '@haven/graphql';

/** Gives every answer the headers that keep a browser from making more of it, also where Fastify's own hooks do not run. */
export function guardPages(server: Server): void {
  server.prependListener('request', (_request, response) => {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
  });
}
