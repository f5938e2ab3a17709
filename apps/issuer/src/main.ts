import { join, resolve } from 'node:path';
import { embeddedTokens, readSettings } from '@haven/config';
import { IssuerModule, openIssuer } from '@haven/security';
import { createHttpServer, createProcessLog, createMetrics, explainAnyFailure, runProcess, say } from '@haven/server';

await runProcess(async () => {
  const { port, host, dataDirectory, logLevel } = readSettings(process.env);
  const issuer = await openIssuer({ directory: join(resolve(dataDirectory), 'keys'), ...embeddedTokens });
  const http = await createHttpServer({
    port,
    host,
    log: createProcessLog('issuer', logLevel),
    authenticate: () => Promise.reject(new Error('The issuer has nothing that needs a token.')),
    notReady: () => Promise.resolve([]),
    metrics: createMetrics('issuer'),
    graph: null,
    imports: [IssuerModule.forRoot(issuer)],
  });
  say(`issuer is ready: ${http.url}`);
  return { stop: () => http.close() };
}, explainAnyFailure);
