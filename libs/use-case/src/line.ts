import type { FieldProblem } from '@haven/kernel';

/** The problem of a short text of one line. White space around it counts, because keys are stored as they are. */
export function lineProblems(path: string, text: string, longest: number): FieldProblem[] {
  if (text.trim().length > 0 && text.length <= longest && !/[\p{Cc}\p{Cs}]/u.test(text)) return [];
  return [{ path, message: `Give 1 to ${longest} characters on one line.` }];
}
