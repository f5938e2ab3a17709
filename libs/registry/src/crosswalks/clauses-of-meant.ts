import { adultAge, type Gender, type PersonClause } from '@haven/kernel';

/** The people whom terms mean. */
export interface Meant {
  /** Genders that are surely meant, and all that may be meant; null if the terms name none. */
  readonly surely: readonly Gender[] | null;
  readonly maybe: readonly Gender[] | null;
  readonly ages: readonly { readonly from: number; readonly to: number | null; readonly isLimit: boolean }[];
  /** There is also a condition that Haven cannot check, so nobody is surely meant. */
  readonly onCondition: boolean;
  readonly anyone: boolean;
  /** Whether people whom the terms do not name are turned away rather than asked about. */
  readonly closedToGenders: boolean;
  readonly closedToAges: boolean;
  readonly stays: boolean;
}

/** Clauses for those who are surely admitted, and for those who may be. */
export function clausesOfMeant(meant: Meant, terms: readonly string[]): readonly PersonClause[] {
  const named = terms.length > 0 ? { terms } : {};
  const clauses = [...sureClauses(meant), openClause(meant), ...childrenBeside(meant)].map((clause) => ({ ...clause, ...named }));
  return clauses.filter((clause, n) => clauses.findIndex((one) => isAsSure(one, clause)) === n);
}

const clauseOf = (genders: readonly Gender[] | null, minimumAge: number | null, maximumAge: number | null): PersonClause => ({
  genders,
  minimumAge,
  maximumAge,
  accompaniedOnly: false,
});

/** A gender without an age means adults. Whether "Women/Girls" takes a girl alone is a question. */
function sureClauses({ surely, ages, onCondition, anyone }: Meant): readonly PersonClause[] {
  if (onCondition) return [];
  if (anyone) return [clauseOf(surely, null, null)];
  if (ages.length > 0) return ages.map(({ from, to }) => clauseOf(surely, from === 0 ? null : from, to));
  return surely === null ? [] : [clauseOf(surely, adultAge, null)];
}

function openClause({ maybe, ages, closedToGenders, closedToAges }: Meant): PersonClause {
  const genders = closedToGenders ? maybe : null;
  if (!closedToAges) return { ...clauseOf(genders, null, null), asked: true };
  const from = Math.min(...ages.map((one) => one.from));
  const to = ages.some((one) => one.to === null) ? null : Math.max(...ages.map((one) => one.to!));
  return { ...clauseOf(genders, from === 0 ? null : from, to), asked: true };
}

/** A house for women may take a mother with her son. */
const childrenBeside = ({ stays, closedToGenders, maybe, closedToAges }: Meant): readonly PersonClause[] =>
  stays && ((closedToGenders && maybe !== null) || closedToAges)
    ? [{ ...clauseOf(null, null, adultAge - 1), accompaniedOnly: true, asked: true }]
    : [];

/** A clause that admits surely needs no second clause that asks. */
const isAsSure = (one: PersonClause, clause: PersonClause): boolean =>
  JSON.stringify({ ...one, asked: true }) === JSON.stringify({ ...clause, asked: true });
