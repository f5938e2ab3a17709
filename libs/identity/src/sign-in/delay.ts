/** How many wrong attempts in a row are free, and how soon one is forgotten. */
export interface DelayRule {
  readonly free: number;
  readonly secondsToForgetOne: number;
}

/** Nobody waits longer, however often somebody tries: a stranger must not be able to lock a worker out for the night. */
export const longestDelaySeconds = 900;

/** Attempts that are not free until the delay grows no more. What goes beyond is not remembered, so that it fades within hours. */
const growingAttempts = 10;

/** Wrong attempts so far, as of an instant; they fade. */
export interface Tally {
  readonly failures: number;
  readonly lastAt: Date;
  /** No attempt counts before. */
  readonly nextAt: Date;
}

/** Seconds until the next attempt, after so many wrong ones. Doubles with each that is not free. */
export const delaySeconds = (failures: number, free: number): number =>
  failures <= free ? 0 : Math.min(longestDelaySeconds, 2 ** Math.min(failures - free, growingAttempts));

/** Wrong attempts that are not forgotten yet. */
export function remaining({ failures, lastAt }: Tally, now: Date, { secondsToForgetOne }: DelayRule): number {
  const seconds = Math.max(0, now.getTime() - lastAt.getTime()) / 1000;
  return Math.max(0, failures - seconds / secondsToForgetOne);
}

/** The tally with one more wrong attempt. Counted before the password is looked at, so that many at once do not slip through. */
export function oneMore(tally: Tally, now: Date, rule: DelayRule): Tally {
  const failures = Math.min(remaining(tally, now, rule) + 1, rule.free + growingAttempts);
  return { failures, lastAt: now, nextAt: new Date(now.getTime() + delaySeconds(failures, rule.free) * 1000) };
}

/** Whole seconds that are left; 0: none. */
export const secondsToWait = ({ nextAt }: Tally, now: Date): number => Math.max(0, Math.ceil((nextAt.getTime() - now.getTime()) / 1000));
