import type { FieldProblem } from '@haven/kernel';

/** What is wrong with a short text of one line; white space around it counts, because a key is stored as it is. */
export function lineProblems(path: string, text: string, longest: number): FieldProblem[] {
  if (text.trim().length > 0 && text.length <= longest && !/[\p{Cc}\p{Cs}]/u.test(text)) return [];
  return [{ path, message: `Give 1 to ${longest} characters on one line.` }];
}
