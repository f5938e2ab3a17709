import type { FieldProblem } from '../failures.js';

/** How a request names its people and their carers. A missing field means null. */
export interface NamedMember {
  readonly id?: string | null;
  readonly carerId?: string | null;
  readonly age?: number | null;
  readonly mayBeMinor?: boolean | null;
}

const longestId = 100;

/** The index of each member's carer, and problems of the references. `pathOf` gives the path of a member in the request. */
export function readCarers(
  party: readonly NamedMember[],
  pathOf: (index: number) => string,
): { readonly carers: readonly (number | null)[]; readonly problems: readonly FieldProblem[] } {
  const ids = party.map(({ id }) => id ?? null);
  const carers = party.map(({ carerId }) => placeOf(ids, carerId ?? null));
  const problems = party.flatMap((member, index) =>
    [...idProblem(ids, index), ...carerProblem(member, index, carers), ...minorProblem(member)].map(({ path, message }) => ({
      path: `${pathOf(index)}.${path}`,
      message,
    })),
  );
  return { carers, problems };
}

const placeOf = (ids: readonly (string | null)[], id: string | null): number | null => {
  const place = id === null ? -1 : ids.indexOf(id);
  return place === -1 ? null : place;
};

function idProblem(ids: readonly (string | null)[], index: number): FieldProblem[] {
  const id = ids[index]!;
  if (id === null) return [];
  if (id.length < 1 || id.length > longestId) return [{ path: 'id', message: `Give 1 to ${longestId} characters, or leave it out.` }];
  if (ids.indexOf(id) === index) return [];
  return [{ path: 'id', message: 'Give each person of the party an id of their own.' }];
}

function carerProblem({ carerId }: NamedMember, index: number, carers: readonly (number | null)[]): FieldProblem[] {
  const problem = (message: string): FieldProblem[] => [{ path: 'carerId', message }];
  if (carerId === null || carerId === undefined) return [];
  if (carers[index] === null) return problem('Give the id of another person of the party, who cares for this one.');
  if (carers[index] === index) return problem('Nobody is their own carer: give the id of another person of the party, or leave it out.');
  return isInCareOf(carers, index, index) ? problem('These people care for each other in a circle: say who cares for whom.') : [];
}

/** Whether a member is cared for by another, or by somebody in the other's care. `carers`: the index of each member's carer. */
export function isInCareOf(carers: readonly (number | null)[], member: number, carer: number): boolean {
  let next = carers[member] ?? null;
  for (let steps = 0; next !== null && steps < carers.length; steps += 1) {
    if (next === carer) return true;
    next = carers[next] ?? null;
  }
  return false;
}

const minorProblem = ({ age, mayBeMinor }: NamedMember): FieldProblem[] =>
  mayBeMinor && age !== null && age !== undefined
    ? [{ path: 'mayBeMinor', message: 'Leave it out where the age is known: it says that the age is not.' }]
    : [];
