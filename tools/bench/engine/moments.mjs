// Moments, and the distribution of durations.

/** In milliseconds, by one clock for all processes of the machine. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

const share = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
export const spread = (values) => ({ p50: share(values, 0.5), p99: share(values, 0.99) });
