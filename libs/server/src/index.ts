/** Runs a process until it is told to stop. */
export { runProcess, say, type Running } from './run-process.js';
/** One line for the person at the terminal. */
export { StartProblem, explainFailure } from './explain-failure.js';
/** Carries the trace of a request. */
export { startTracing } from './tracing/start-tracing.js';
/** Structured log without data. */
export { createLog, namesOf } from './log.js';
/** Closes what was opened, in reverse. */
export { ReverseStack } from './reverse-stack.js';
/** A graph, health and more on one port. */
export { createHttpServer, type HttpServer, type HttpServerOptions } from './http/create-http-server.js';
export type { FindProblems, Health } from './http/health.js';
export { databasesAnswer } from './http/databases-answer.js';
/** What a process measures about itself. */
export { createMetrics, type Metrics } from './metrics/metrics.js';
export { watchLag, watchOutbox, watchParked } from './metrics/watch-events.js';
/** Commands of the `haven` command line. */
export { openControlServer, type ControlServer } from './control/control-server.js';
export { runOf, type Commands, type RunCommand, type Tell } from './control/commands.js';
export { parkedCommand, type ParkingPlace } from './control/parked.js';
/** A service of the distributed system. */
export { runService } from './service/run-service.js';
export type { ServiceComposition, ServiceDefinition, ServiceParts } from './service/service-parts.js';
/** Waits for events under way. */
export { settled } from './service/settle.js';
