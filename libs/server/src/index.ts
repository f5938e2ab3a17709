/** Runs a process until a signal stops it. */
export { runProcess, say, type Running } from './run-process.js';
/** One line for the person at the terminal. */
export { explainAnyFailure } from './explain-any-failure.js';
/** Carries the trace of a request. */
export { startTracing } from './tracing/start-tracing.js';
/** Structured log without data. */
export { createProcessLog } from './log.js';
/** What may be logged about an error. */
export { namesOf } from './names-of.js';
/** Closes everything that was opened, in reverse order. */
export { opening, type ReverseStack } from './reverse-stack.js';
/** A graph, health and more on one port. */
export { createHttpServer, type HttpServer, type HttpServerOptions } from './http/create-http-server.js';
/** The built console, for a process with a port. */
export { openConsole } from './console/open-console.js';
export type { Console } from './console/console-routes.js';
export { databasesAnswer } from './http/databases-answer.js';
/** Metrics of a process. */
export { createMetrics, type Metrics } from './metrics/metrics.js';
/** Commands of the `haven` command line. */
export { openControlServer, type ControlServer } from './control/control-server.js';
export { runOf, type Commands, type RunCommand, type Tell } from './control/commands.js';
export { discardCommand, parkedCommand, type ParkingPlace } from './control/parked.js';
export { retellCommand, type Retell } from './control/retell.js';
export { settleCommand } from './control/settle.js';
/** Runs a service of the distributed system. */
export { runService } from './service/run-service.js';
export type { ServiceComposition, ServiceDefinition, ServiceParts } from './service/service-parts.js';
/** Events of a service: relay, consumers, and waiting for events under way. */
export { carryFailed, carryUncounted, settled, startFlow, type Flow } from './flow.js';
/** Deletes old rows while a process runs. */
export { startPruning } from './pruning.js';
/** Reads a service's own metrics. */
export { startMeasures } from './metrics/start-measures.js';
export type { Measure } from './service/service-parts.js';
