import type { FieldProblem } from '@haven/kernel';
import { lineProblems } from '@haven/use-case';

const longest = 60;
const mostDigits = 4;

/** What is wrong with the name that staff give a room. Only staff see it, but it must not contain phone numbers or addresses of people. */
export function roomNameProblems(path: string, name: string): FieldProblem[] {
  const problems = lineProblems(path, name, longest);
  if (problems.length > 0) return problems;
  const digits = name.match(/\p{Nd}/gu)?.length ?? 0;
  if (digits <= mostDigits && !name.includes('@')) return [];
  const message = `Name the room and not who sleeps in it, like "Room 12, upstairs": at most ${mostDigits} digits and no @.`;
  return [{ path, message }];
}
