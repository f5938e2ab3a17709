import type { FieldProblem } from '@haven/kernel';
import { lineProblems } from './storable.js';

/** What is wrong with a caller's key. */
export const idempotencyKeyProblems = (key: string): FieldProblem[] => lineProblems('idempotencyKey', key, 200);
