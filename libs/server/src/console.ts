// The console, for a process without our HTTP server: none of this loads a framework.
/** The console that was built into a directory. */
export { openConsole } from './console/open-console.js';
/** What to answer at which address. */
export { consoleRoutes } from './console/console-routes.js';
