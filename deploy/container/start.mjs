// First program of the container: `start.mjs [ROLE] [ARGUMENTS]`, ROLE from the environment where none is given. It becomes
// the role's program instead of starting it, so that a signal reaches the right process.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { programOf, roleNames } from './roles.mjs';

const given = process.argv.slice(2);
const [role, ...rest] = given.length > 0 && !given[0].startsWith('-') ? given : [process.env.ROLE, ...given];
const program = programOf(role, rest);
if (program === null) {
  process.stderr.write(`Name a role as the first argument or in ROLE: ${roleNames.join(', ')}.\n`);
  process.exit(64);
}
const [file, ...args] = program;
const path = join(fileURLToPath(new URL('../..', import.meta.url)), file);
process.argv = [process.execPath, path, ...args];
await import(pathToFileURL(path).href);
