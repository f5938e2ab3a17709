/** Unknown is not no: it keeps the place and asks. */
export type Verdict = 'FITS' | 'UNKNOWN' | 'FAILS';

const rank: Record<Verdict, number> = { FAILS: 0, UNKNOWN: 1, FITS: 2 };

/** The one that speaks more against. */
export const worse = (a: Verdict, b: Verdict): Verdict => (rank[b] < rank[a] ? b : a);

/** The one that speaks more for. */
export const better = (a: Verdict, b: Verdict): Verdict => (rank[b] > rank[a] ? b : a);

type Judge<T> = (one: T) => Verdict;

/** The best verdict on any of a list. */
export const best = <T>(list: readonly T[], judge: Judge<T>): Verdict => firstOr(list, judge, 'FITS', 'FAILS');

/** The worst verdict on any of a list. */
export const worst = <T>(list: readonly T[], judge: Judge<T>): Verdict => firstOr(list, judge, 'FAILS', 'FITS');

/** What comes after one that decides is not judged. */
function firstOr<T>(list: readonly T[], judge: Judge<T>, decides: Verdict, otherwise: Verdict): Verdict {
  let found = otherwise;
  for (const one of list) {
    const verdict = judge(one);
    if (verdict === decides) return verdict;
    if (verdict === 'UNKNOWN') found = verdict;
  }
  return found;
}

/** Whoever takes everybody need not know who comes. */
export const hasAll = <T>(listed: readonly T[], all: readonly T[]): boolean => all.every((one) => listed.includes(one));
