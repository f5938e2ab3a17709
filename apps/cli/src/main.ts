import { SettingsError, readSettings } from '@haven/config';
import { KeyProblem } from '@haven/security';
import { CommandProblem, parseCommand, usage } from './parse-command.js';
import { runCommand } from './run-command.js';

try {
  const command = parseCommand(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if (command.name === 'help') process.stdout.write(usage);
  else process.exitCode = await runCommand(command, readSettings(process.env));
} catch (error) {
  const foreseen = error instanceof CommandProblem || error instanceof SettingsError || error instanceof KeyProblem;
  process.stderr.write(`${foreseen ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
