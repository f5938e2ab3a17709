import type { PersonClause } from './admission.js';

/** Bounds in whole years that exclude nobody who fits, with the exact bounds if they are in part years. */
export type AgeBounds = Pick<PersonClause, 'minimumAge' | 'maximumAge' | 'exactMinimumAge' | 'exactMaximumAge'>;

/** The bounds of a clause, from years that may have a fraction ("from 17 and a half"). */
export const ageBounds = (minimum: number | null, maximum: number | null): AgeBounds => ({
  minimumAge: minimum && Math.floor(minimum),
  maximumAge: maximum && Math.floor(maximum),
  ...(isInPart(minimum) && { exactMinimumAge: minimum }),
  ...(isInPart(maximum) && { exactMaximumAge: maximum }),
});

const isInPart = (years: number | null): years is number => years !== null && !Number.isInteger(years);

/** Ages in whole years that certainly fit. Somebody of 17 may be younger or older than 17 and a half. */
export const sureAges = ({ minimumAge, maximumAge, exactMinimumAge, exactMaximumAge }: AgeBounds) => ({
  from: exactMinimumAge === undefined ? (minimumAge ?? 0) : Math.ceil(exactMinimumAge),
  to: exactMaximumAge === undefined ? (maximumAge ?? Infinity) : Math.floor(exactMaximumAge) - 1,
});
