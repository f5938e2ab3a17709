import { createServer } from 'node:net';
import { once } from 'node:events';
import type { Settings } from '@haven/config';
import { resealVault, resumePublishing } from '@haven/registry';
import { openControlServer, opening, startTracing, type ReverseStack, type Running } from '@haven/server';
import { prepareDataDirectory } from './data-directory.js';
import { runCommandOn } from './control/run-command.js';
import { openParts } from './open-parts.js';
import { serveHttp } from './http/serve-http.js';
import { fillWithDemo } from './demo/fill-with-demo.js';

/** How to start: headless serves the command line only. */
export interface StartOptions {
  readonly headless: boolean;
  readonly say: (line: string) => void;
}

/** Starts the whole system in this process; resolves when it can do its job. What was opened is closed on failure. */
export const startSystem = (settings: Settings, options: StartOptions): Promise<Running> =>
  opening((opened) => start(settings, options, opened));

async function start(settings: Settings, { headless, say }: StartOptions, opened: ReverseStack): Promise<void> {
  if (!headless) await failIfTaken(settings.port, settings.host);
  const directory = await prepareDataDirectory(settings.dataDirectory);
  const tracing = await startTracing('standalone', process.env);
  opened.push(() => tracing.stop());
  const control = await openControlServer(directory.path);
  opened.push(() => control.close());
  const parts = await openParts(settings, directory, say, opened);
  await resumePublishing(parts.registryPort);
  await resealVault(parts.registryPort, say);
  if (!headless && settings.demo) await fillWithDemo(parts, directory.path, say);
  const http = headless ? null : await serveHttp(settings, parts);
  if (http) opened.push(() => http.close());
  control.serve(runCommandOn(parts));
  if (http) announce(http.url, say);
}

/** Asked first, because making a database only to find the port taken would waste a minute. */
async function failIfTaken(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  await new Promise((resolve) => probe.close(resolve));
}

function announce(url: string, say: (line: string) => void): void {
  say('Haven is ready.');
  say(`  GraphQL       ${url}/graphql`);
  say(`  Try a query   ${url}/`);
  say('  A token       npm run --silent haven -- token --role caseworker');
  say('  Stop          Ctrl-C');
}
