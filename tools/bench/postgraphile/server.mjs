// PostGraphile over one database function, as a GraphQL developer might put it on PostGIS. Runs in its own process.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

process.once('message', async ({ connection }) => {
  const { host, port, user, database } = connection;
  const service = makePgService({
    connectionString: `postgres://${user}@${host}:${port}/${database}`,
    schemas: ['bench'],
    poolConfig: { max: 4, idleTimeoutMillis: 0 },
  });
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [service],
    grafserv: { graphiql: false, watch: false },
    grafast: { explain: false },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
});
