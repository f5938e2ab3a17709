/** Pages of others are refused, answers not kept. */
export { guardBrowsers } from './browsers.js';
/** Who asks. */
export { allowMutationsOverWebSocket, headersFor, lowerCaseParams } from './caller.js';
/** The console on the same address. */
export { answerConsole } from './console.js';
/** Errors in the words of the single process. */
export { maskError, plainErrors } from './errors.js';
/** An orderly end. */
export { sendAwayWhenStopped } from './leaving.js';
/** The limits of the single process. */
export { limits } from './limits.js';
/** Lines without what a request holds. */
export { createLog } from './log.js';
/** The limits that sockets need. */
export { guardWebSockets } from './sockets.js';
/** What may come with an operation. */
export { tolerateParameters } from './parameters.js';
/** The HSDS directory of the registry at the same address. */
export { passDirectory } from './pass-directory.js';
/** Probes that follow the services. */
export { answerProbes, refuseSubscriptionsInVain } from './readiness.js';
/** Where the services are. */
export { services } from './services.js';
/** How often a service is asked. */
export { retryQueries } from './retries.js';
