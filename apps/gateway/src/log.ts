import { Logger, type LogWriter } from '@graphql-hive/gateway';

const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50 } as const;
type Level = keyof typeof levels;

/**
 * Lines like those of the other processes. The gateway logs errors with all that belongs to them, the request of a survivor
 * included; of it only names and codes are written.
 */
export const createLog = (level: string): Logger => new Logger({ level: isLevel(level) ? level : false, writers: [{ write }] });

const isLevel = (level: string): level is Level => Object.hasOwn(levels, level);

const write: LogWriter['write'] = (level, attributes, message) => {
  process.stderr.write(`${lineOf(level, attributes, message)}\n`);
};

/** One line, as JSON. */
export function lineOf(level: Level, attributes: unknown, message: string | null | undefined): string {
  const said = message ?? 'A request was not answered as it should be';
  return JSON.stringify({ level: levels[level], time: Date.now(), service: 'gateway', ...namesOf(attributes), msg: said });
}

function namesOf(attributes: unknown): object {
  const { extensions = {}, name, stack } = (attributes ?? {}) as { extensions?: Record<string, unknown>; name?: unknown; stack?: unknown };
  const { code, serviceName } = extensions;
  const at = String(stack ?? '')
    .split('\n')
    .find((line) => line.trimStart().startsWith('at '));
  return {
    ...(typeof name === 'string' && { name }),
    ...(code !== undefined && { code }),
    ...(serviceName !== undefined && { of: serviceName }),
    ...(at && { at: at.trim() }),
  };
}
