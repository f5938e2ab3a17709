import { z } from 'zod';

/** Variables of a process that serves the console. */
export const consoleVariables = {
  HAVEN_EXIT_PAGE: z
    .url({ protocol: /^https?$/, hostname: z.regexes.hostname })
    .optional()
    .describe('a whole address, like https://example.org/: where the quick exit leads'),
  HAVEN_LOCK_MINUTES: z.coerce.number().int().min(1).max(240).default(10).describe('1 to 240: minutes without use until the screen locks'),
};

/** A deployment's settings for the console. */
export interface ConsoleSettings {
  /** Target of the quick exit; null: an empty page of Haven. */
  readonly exitPage: string | null;
  /** Minutes without use before the screen locks. */
  readonly lockMinutes: number;
}

/** Reads the settings of the console from the variables. */
export const consoleSettings = (given: { HAVEN_EXIT_PAGE?: string | undefined; HAVEN_LOCK_MINUTES: number }): ConsoleSettings => ({
  exitPage: given.HAVEN_EXIT_PAGE ?? null,
  lockMinutes: given.HAVEN_LOCK_MINUTES,
});
