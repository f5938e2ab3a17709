// The console, for a process without Haven's HTTP server. None of this loads a framework.
/** The console that was built into a directory. */
export { openConsole } from './console/open-console.js';
/** What to answer at which address. */
export { consoleRoutes } from './console/console-routes.js';
