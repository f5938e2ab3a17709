import type { FieldProblem } from '@haven/kernel';
import type { Capacity, CapacityTransaction } from '../../ports.js';

/** The normalized case reference of the caller (null: none), or what is wrong with it. */
export interface GivenReference {
  readonly reference: string | null;
  readonly problems: readonly FieldProblem[];
}

export function givenReference(
  capacity: Pick<Capacity, 'readCaseReference'>,
  text: string | null | undefined,
  path = 'caseReference',
): GivenReference {
  if (text === null || text === undefined) return { reference: null, problems: [] };
  const read = capacity.readCaseReference(text);
  return read.ok ? { reference: read.value, problems: [] } : { reference: null, problems: [{ path, message: read.error }] };
}

/** The reference of a case: the given one, or a new one. */
export const referenceFor = async (tx: CapacityTransaction, given: string | null | undefined): Promise<string> =>
  given ?? tx.newCaseReference();
