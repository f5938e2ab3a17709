/** How many wrong attempts in a row are free, and how soon one is forgotten. */
export interface DelayRule {
  readonly free: number;
  readonly secondsToForgetOne: number;
}

/** The longest delay, however often somebody tries: a stranger must not be able to lock a worker out for the night. */
export const longestDelaySeconds = 900;

/** Attempts until the delay stops growing. Further ones are not stored, so that the delay fades within hours. */
const growingAttempts = 10;

/** Wrong attempts up to an instant. They fade. */
export interface Tally {
  readonly failures: number;
  readonly lastAt: Date;
  /** No attempt is allowed before this. */
  readonly nextAt: Date;
}

/** Seconds until the next attempt, after this many wrong ones. It doubles with each that is not free. */
export const delaySeconds = (failures: number, free: number): number =>
  failures <= free ? 0 : Math.min(longestDelaySeconds, 2 ** Math.min(failures - free, growingAttempts));

/** Wrong attempts that have not faded yet. */
export function remaining({ failures, lastAt }: Tally, now: Date, { secondsToForgetOne }: DelayRule): number {
  const seconds = Math.max(0, now.getTime() - lastAt.getTime()) / 1000;
  return Math.max(0, failures - seconds / secondsToForgetOne);
}

/** The tally with one more wrong attempt. It is counted before the password check, so that concurrent attempts do not slip through. */
export function oneMore(tally: Tally, now: Date, rule: DelayRule): Tally {
  const failures = Math.min(remaining(tally, now, rule) + 1, rule.free + growingAttempts);
  return { failures, lastAt: now, nextAt: new Date(now.getTime() + delaySeconds(failures, rule.free) * 1000) };
}

/** Remaining whole seconds; 0: none. */
export const secondsToWait = ({ nextAt }: Tally, now: Date): number => Math.max(0, Math.ceil((nextAt.getTime() - now.getTime()) / 1000));
