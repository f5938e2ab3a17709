import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@haven/test/harness/free-port';
import { inRepository } from '@haven/test/harness/repository';
import { spawnBound, stopChild } from '../infrastructure/kept-process.js';
import { until } from '../infrastructure/until.js';
import type { LocalCluster } from './local-cluster.js';

/** The same gateway without our plugins; it has only the addresses of the services. */
export interface StockGateway {
  readonly url: string;
  close(): Promise<void>;
}

const startMilliseconds = 60_000;

/** Starts it in front of the cluster's services. */
export async function startStockGateway({ system, state }: LocalCluster, log: string): Promise<StockGateway> {
  const port = await freePort();
  const config = join(system.dataDirectory, 'stock-gateway.mjs');
  const portOf = new Map((await state()).processes.map((process) => [process.name, process.port]));
  const location = (process: string) => `{ location: 'http://127.0.0.1:${portOf.get(process)}/graphql' }`;
  await writeFile(
    config,
    `export const gatewayConfig = {
      supergraph: ${JSON.stringify(inRepository('apps/gateway/supergraph.graphql'))},
      pollingInterval: 0,
      host: '127.0.0.1',
      port: ${port},
      propagateHeaders: { fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') }) },
      transportEntries: { registry: ${location('registry')}, capacity: ${location('capacity')}, matching: ${location('matching-1')} },
    };\n`,
  );
  const program = inRepository('node_modules/@graphql-hive/gateway/dist/bin.js');
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' };
  const child = spawnBound([process.execPath, program, 'supergraph', '-c', config], log, { cwd: system.dataDirectory, env });
  const url = `http://127.0.0.1:${port}`;
  const close = () => stopChild(child);
  try {
    await until('the stock gateway answers', startMilliseconds, async () => (await fetch(`${url}/healthcheck`)).ok, 300);
  } catch (problem) {
    await close();
    throw problem;
  }
  return { url, close };
}
