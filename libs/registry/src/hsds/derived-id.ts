import { v5 } from 'uuid';

const namespace = '5f0d5a0e-4c1b-4f7e-9a54-7d2f3a2f4c11';

/** A UUID derived from its parts: the same parts give the same id, here and in any other system. */
export const derivedId = (...parts: readonly (string | number)[]): string => v5(JSON.stringify(parts), namespace);
