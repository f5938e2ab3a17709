import type { FastifyInstance } from 'fastify';
import { consoleRoutes, type Console } from './console-routes.js';

/** Answers the console's addresses on a server. */
export function serveConsole(server: FastifyInstance, console: Console): void {
  for (const [path, route] of consoleRoutes(console))
    server.get(path, async (request, reply) => {
      const { headers, body } = await route(request.headers['accept-encoding']);
      return reply.headers(headers).send(body);
    });
}
