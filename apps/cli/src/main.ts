import { SettingsError, readSettings } from '@haven/config';
import { KeyProblem } from '@haven/security';
import { ControlProblem, StartProblem } from '@haven/server/process';
import { CommandProblem } from './command-problem.js';
import { AlreadyExplained, parseCommand, usage } from './parse-command.js';
import { runCommand } from './run-command.js';

try {
  const command = parseCommand(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if (command.name === 'help') process.stdout.write(usage);
  else process.exitCode = await runCommand(command, readSettings(process.env));
} catch (error) {
  if (!(error instanceof AlreadyExplained)) process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
}

function lineOf(error: unknown): string {
  const foreseen = [CommandProblem, SettingsError, KeyProblem, ControlProblem, StartProblem].some((kind) => error instanceof kind);
  if (!(error instanceof Error)) return String(error);
  return foreseen ? error.message : (error.stack ?? error.message);
}
