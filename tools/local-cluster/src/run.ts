import { relative, resolve } from 'node:path';
import { StartProblem } from '@haven/server/process';
import { parseArguments, usage, type ClusterArguments } from './arguments.js';
import { ClusterProblem } from './problem.js';
import { createProgress, type Progress } from './progress.js';
import { startCluster } from './start-cluster.js';

/** Starts the cluster and stops it when the signal aborts, also during the start, with exit code 0. */
export async function run(stopping: AbortSignal): Promise<void> {
  const progress = createProgress();
  try {
    const asked = parseArguments(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
    if (asked.help) process.stdout.write(usage);
    else await runUntilStopped(asked, progress, stopping);
    process.exit(0);
  } catch (error) {
    if (stopping.aborted) process.exit(0);
    progress.say(explain(error));
    process.exit(1);
  }
}

async function runUntilStopped(asked: ClusterArguments, progress: Progress, stopping: AbortSignal): Promise<void> {
  const sayStopping = () => progress.say('Stopping …');
  stopping.addEventListener('abort', sayStopping, { once: true });
  const cluster = await startCluster(asked, progress, stopping);
  if (!stopping.aborted) announce(cluster.url, asked, progress.say);
  await new Promise<void>((done) => (stopping.aborted ? done() : stopping.addEventListener('abort', () => done(), { once: true })));
  await cluster.stop();
}

function announce(url: string, { dataDirectory }: ClusterArguments, say: (line: string) => void): void {
  const data = shown(dataDirectory);
  say('Haven is ready.');
  say(`  GraphQL       ${url}/graphql`);
  say(`  A token       HAVEN_DATA=${data} npm run --silent haven -- token --role caseworker`);
  say(`  Logs          ${data}/logs`);
  say('  Stop          Ctrl-C');
}

function shown(directory: string): string {
  const short = relative(process.cwd(), directory);
  return short === '' || short.startsWith('..') || resolve(short) !== directory ? directory : `./${short}`;
}

function explain(error: unknown): string {
  if (error instanceof ClusterProblem || error instanceof StartProblem) return error.message;
  return `The cluster could not start. ${error instanceof Error ? error.stack : String(error)}`;
}
