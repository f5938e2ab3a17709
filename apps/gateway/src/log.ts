import { Logger, type LogWriter } from '@graphql-hive/gateway';
import { placeOf, quietLibraries, wordOf } from '@haven/server/process';

const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 } as const;
type Level = keyof typeof levels;
type GatewayLevel = Exclude<Level, 'fatal'>;

/**
 * Lines like those of the other processes. The gateway logs errors with all that belongs to them, the request of a survivor
 * included, and puts them into its texts; names, codes and places are written and nothing else.
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

const usual = 'The gateway tells of its work; its words are left out, for they may hold what a caller sent';
const texts: Record<Level, string> = {
  trace: usual,
  debug: usual,
  info: usual,
  warn: 'Something is not as it should be',
  error: 'A request was not answered as it should be',
  fatal: 'Nobody foresaw this; the process ends',
};

/** What may be written of that which the gateway tells. It has taken errors apart by now. */
export function namesIn(attributes: unknown): object {
  const { extensions = {}, name, message, stack } = (attributes ?? {}) as Partial<Error> & { extensions?: Record<string, unknown> };
  return {
    name: wordOf(name),
    code: wordOf(extensions['code']),
    of: wordOf(extensions['serviceName']),
    at: message === undefined || stack === undefined ? undefined : placeOf({ message, stack }),
  };
}
