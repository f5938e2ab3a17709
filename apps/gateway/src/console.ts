import type { GatewayPlugin } from '@graphql-hive/gateway';
import { readGatewayConsole, type Environment } from '@haven/config';
import { consoleRoutes, openConsole } from '@haven/server/console';

/** The console beside GraphQL, if the deployment says at which provider people sign in. */
export function answerConsole(built: URL, environment: Environment): GatewayPlugin {
  const settings = readGatewayConsole(environment);
  if (settings === null) return {};
  const routes = openConsole(built, { ...settings, accountsPage: null, isDemo: false, endedCookies: [] }).then(consoleRoutes);
  return {
    onRequest: async ({ request: { method, headers: asked }, url, fetchAPI, endResponse }) => {
      const route = method === 'GET' || method === 'HEAD' ? (await routes).get(url.pathname) : undefined;
      if (!route) return;
      const { headers, body } = await route(asked.get('accept-encoding') ?? undefined);
      endResponse(new fetchAPI.Response(method === 'HEAD' ? null : body, { headers: headers as Record<string, string> }));
    },
  };
}
