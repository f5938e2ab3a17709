/** Refuses other sites' pages, and keeps answers out of caches. */
export { guardBrowsers } from './browsers.js';
/** The caller. */
export { allowMutationsOverWebSocket, headersFor, lowerCaseParams } from './caller.js';
/** The console at the same address. */
export { answerConsole } from './console.js';
/** Errors in the format of the single process. */
export { maskError, plainErrors } from './errors.js';
/** An orderly stop. */
export { sendAwayWhenStopped } from './leaving.js';
/** The limits of the single process. */
export { limits } from './limits.js';
/** Log lines without request contents. */
export { createLog } from './log.js';
/** The limits for WebSockets, and the headers of what Node and `ws` refuse. */
export { guardConnections, guardWebSockets } from './sockets.js';
/** What a client may send with an operation. */
export { tolerateParameters } from './parameters.js';
/** The registry's HSDS directory at the same address. */
export { passDirectory } from './pass-directory.js';
/** Probes that include the services. */
export { answerProbes, refuseSubscriptionsInVain } from './readiness.js';
/** The addresses of the services. */
export { services } from './services.js';
/** How often a service is retried. */
export { retryQueries } from './retries.js';
