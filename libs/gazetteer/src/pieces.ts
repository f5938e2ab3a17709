/**
 * Milliseconds of reading between two turns for others. The registry reads while its transaction is open, and each turn may last long then, so
 * there are few.
 */
export const pieces = { short: 4, long: 20 } as const;
