/**
 * Milliseconds of reading between two turns for other work. Somebody waits for the result: in shorter pieces it took a minute beside other
 * work.
 */
export const pieces = { short: 4, long: 20 } as const;
