import { join } from 'node:path';
import { repository, type Places } from '../files/places.js';
import { runJob } from '../processes/run-job.js';

/** Makes the topics match their declarations, as a deployment's topics job does. */
export async function applyTopics(brokers: readonly string[], places: Places, signal: AbortSignal): Promise<void> {
  const environment = { ...process.env, KAFKA_BROKERS: brokers.join(',') } as Record<string, string>;
  const quiet = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
  const args = [...quiet, join(repository, 'apps/cli/dist/main.js'), 'topics', 'apply'];
  await runJob({ name: 'Making the topics', command: process.execPath, args, environment, log: places.logOf('topics') }, signal);
}
