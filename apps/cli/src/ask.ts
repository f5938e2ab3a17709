import type { ControlRequest, Settings } from '@haven/config';
import { askServer } from './ask-server.js';
import { CommandProblem } from './command-problem.js';
import { createProgressBar } from './progress-bar.js';

/** Asks the process that has the data directory open, shows its progress, and answers its result. */
export async function ask(request: ControlRequest, settings: Settings, onReport: (line: unknown) => Promise<void>): Promise<unknown> {
  const bar = createProgressBar(process.stderr);
  let result: unknown = null;
  for await (const message of askServer(settings, request)) {
    if ('progress' in message) bar.show(message.progress);
    else if ('report' in message) await onReport(message.report);
    else if ('failed' in message) throw (bar.end(), new CommandProblem(message.failed));
    else result = message.result;
  }
  bar.end();
  return result;
}
