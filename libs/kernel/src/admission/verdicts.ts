/** Unknown is not no: it keeps the place and asks. */
export type Verdict = 'FITS' | 'UNKNOWN' | 'FAILS';

const rank: Record<Verdict, number> = { FAILS: 0, UNKNOWN: 1, FITS: 2 };

/** The less favourable verdict. */
export const worse = (a: Verdict, b: Verdict): Verdict => (rank[b] < rank[a] ? b : a);

/** The more favourable verdict. */
export const better = (a: Verdict, b: Verdict): Verdict => (rank[b] > rank[a] ? b : a);

type Judge<T> = (one: T) => Verdict;

/** The best verdict on any item of a list. */
export const best = <T>(list: readonly T[], judge: Judge<T>): Verdict => firstOr(list, judge, 'FITS', 'FAILS');

/** The worst verdict on any item of a list. */
export const worst = <T>(list: readonly T[], judge: Judge<T>): Verdict => firstOr(list, judge, 'FAILS', 'FITS');

/** Stops at the first item that decides. */
function firstOr<T>(list: readonly T[], judge: Judge<T>, decides: Verdict, otherwise: Verdict): Verdict {
  let found = otherwise;
  for (const one of list) {
    const verdict = judge(one);
    if (verdict === decides) return verdict;
    if (verdict === 'UNKNOWN') found = verdict;
  }
  return found;
}

/** A place that takes everybody need not know who comes. */
export const hasAll = <T>(listed: readonly T[], all: readonly T[]): boolean => all.every((one) => listed.includes(one));
