import type { Settings } from '@haven/config';
import { resealVault, resumePublishing } from '@haven/registry';
import { startTracing, type ReverseStack } from '@haven/server';
import { announceSignIns, prepareSignIns } from './accounts/announce-accounts.js';
import type { Place } from './take-place.js';
import { removeDryRun } from './control/dry-run.js';
import { runCommandOn } from './control/run-command.js';
import { cleanFiles } from './clean-files.js';
import { openParts } from './open-parts.js';
import { openSignInServer } from './http/open-sign-in-server.js';
import { serveHttp } from './http/serve-http.js';
import { fillWithDemo } from './demo/fill-with-demo.js';

/** How to start. Headless serves only the command line. */
export interface StartOptions {
  readonly headless: boolean;
  readonly say: (line: string) => void;
}

/** Starts the whole system in this process, at a place that it has taken. Resolves when it is ready. What it opens is on the stack. */
export async function startSystem(
  settings: Settings,
  { directory, control }: Place,
  { headless, say }: StartOptions,
  opened: ReverseStack,
): Promise<void> {
  const tracing = await startTracing('standalone', process.env);
  opened.push(() => tracing.stop());
  await removeDryRun(directory.path);
  const parts = await openParts(settings, directory, say, opened);
  await resumePublishing(parts.registryPort);
  await resealVault(parts.registryPort, say);
  await cleanFiles(parts, say);
  opened.push(() => cleanFiles(parts, say));
  const isDemo = !headless && settings.demo && (await fillWithDemo(parts, directory.path, say));
  const signIns = headless ? null : await prepareSignIns(parts, isDemo);
  const http = headless ? null : await serveHttp(settings, parts, await openSignInServer(settings, parts, directory.keys, opened), isDemo);
  if (http) opened.push(() => http.close());
  control.serve(runCommandOn(parts, settings.publicUrl, directory.path));
  // Another command may be using what was started for the first one.
  if (headless) opened.push(() => control.finish());
  if (http && signIns) announceSignIns(signIns, settings.publicUrl, say);
  if (http) announce(http.url, settings.publicUrl, say);
}

/** console: the address for browsers. */
function announce(url: string, console: string, say: (line: string) => void): void {
  say('Haven is ready.');
  say(`  Console       ${console}/`);
  say(`  GraphQL       ${url}/graphql`);
  say(`  Try a query   ${console}/graphiql`);
  say('  A token       npm run --silent haven -- token --role caseworker');
  say('  Stop          Ctrl-C');
}
