import { readConsoleFiles } from './console-files.js';
import type { Console, ConsoleSettings } from './console-routes.js';

/** The console built into a directory, or only its quick exit if none was built. */
export const openConsole = async (directory: URL, settings: ConsoleSettings): Promise<Console> => ({
  files: await readConsoleFiles(directory),
  settings,
});
