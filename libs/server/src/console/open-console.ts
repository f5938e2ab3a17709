import { readConsoleFiles } from './console-files.js';
import type { Console, ConsoleSettings } from './console-routes.js';

/** The console that was built into a directory; its quick exit alone when none was. */
export const openConsole = async (directory: URL, settings: ConsoleSettings): Promise<Console> => ({
  files: await readConsoleFiles(directory),
  settings,
});
