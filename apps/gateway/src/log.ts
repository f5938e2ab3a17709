import { Logger, type LogWriter } from '@graphql-hive/gateway';
import { placeOf, quietLibraries, wordOf } from '@haven/server/process';

const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 } as const;
type Level = keyof typeof levels;
type GatewayLevel = Exclude<Level, 'fatal'>;

/**
 * Log lines like those of the other processes. The gateway logs errors with their whole context, including a survivor's request, and puts
 * parts of it into its texts. This writes only names, codes and places.
 */
export function createLog(level: string): Logger {
  const logger = new Logger({ level: isLevel(level) ? level : false, writers: [{ write }] });
  quietLibraries((severity, line) => {
    if (isLevel(level)) print(severity, { ...line });
  });
  return logger;
}

const isLevel = (level: string): level is GatewayLevel => Object.hasOwn(levels, level) && level !== 'fatal';

const write: LogWriter['write'] = (level, attributes) => print(level, namesIn(attributes));

const print = (level: Level, names: object): void => void process.stderr.write(`${lineOf(level, names)}\n`);

/** One line, as JSON. */
export const lineOf = (level: Level, names: object): string =>
  JSON.stringify({ level: levels[level], time: Date.now(), service: 'gateway', ...names, msg: texts[level] });

const usual = 'The gateway wrote a line, which is left out because it may contain data of a caller';
const texts: Record<Level, string> = {
  trace: usual,
  debug: usual,
  info: usual,
  warn: 'The gateway reports a problem',
  error: 'A request failed',
  fatal: 'Unexpected error; the process ends',
};

/** The parts of the gateway's log entry that may be written. The gateway has already turned errors into plain objects. */
export function namesIn(attributes: unknown): object {
  const { extensions = {}, name, message, stack } = (attributes ?? {}) as Partial<Error> & { extensions?: Record<string, unknown> };
  return {
    name: wordOf(name),
    code: wordOf(extensions['code']),
    of: wordOf(extensions['serviceName']),
    at: message === undefined || stack === undefined ? undefined : placeOf({ message, stack }),
  };
}
