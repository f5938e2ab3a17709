import type { MatchQuestion, NeedQuestion, PersonQuestion } from './match-question.js';
import { readCursor } from './cursor.js';
import type { Problems } from './problems.js';
import { readInterpreter } from './read-interpreter.js';
import type { Need } from './request.js';

const needsMost = 8;
const bedsMost = 100;

/** Checks the needs and the people they are for. Use the result only if there is no problem. */
export function readNeeds(questions: readonly NeedQuestion[], people: readonly PersonQuestion[], problems: Problems): Need[] {
  problems.check(questions.length >= 1 && questions.length <= needsMost, 'needs', `Give 1 to ${needsMost} needs.`);
  const needs = questions.slice(0, needsMost).map((question, i) => readNeed(question, `needs.${i}`, people, problems));
  needs.forEach((need, i) => {
    const isFirst = needs.findIndex((other) => other.category === need.category && other.member === need.member) === i;
    problems.check(isFirst, `needs.${i}.category`, 'Give each category once for one person of the party.');
  });
  return needs;
}

/** The needs, each with the position from which its matches continue. */
export function readAfter(after: MatchQuestion['after'], needs: readonly Need[], problems: Problems): Need[] {
  const isOneEach = !after || after.length === needs.length;
  problems.check(isOneEach, 'after', 'Give one cursor for each need, as endCursor gave it, or null.');
  return needs.map((need, i) => {
    const text = after?.[i] ?? null;
    const cursor = text === null ? null : readCursor(text);
    problems.check(text === null || cursor !== null, `after.${i}`, 'Give what endCursor gave, or null to begin with the best.');
    return { ...need, after: cursor };
  });
}

function readNeed(
  { category, beds, for: id, interpreter: wish }: NeedQuestion,
  path: string,
  people: readonly PersonQuestion[],
  problems: Problems,
): Need {
  const stays = category === 'ACCOMMODATION';
  const named = id ?? null;
  const member = named === null ? 0 : people.findIndex((one) => one.id === named);
  problems.check(member !== -1, `${path}.for`, 'Give the id of a person of the party, or leave it out: then it is for the person.');
  problems.check(stays || (beds ?? null) === null, `${path}.beds`, 'Leave beds out: only ACCOMMODATION has them.');
  problems.check(!stays || ((beds ?? 1) >= 1 && (beds ?? 1) <= bedsMost), `${path}.beds`, `Give 1 to ${bedsMost} beds.`);
  const interpreter = wish ? readInterpreter(wish, `${path}.interpreter`, problems) : null;
  // The whole party stays, whomever the request names.
  if (stays) return { category, beds: beds ?? people.length, member: 0, for: null, interpreter };
  return { category, beds: null, member: Math.max(0, member), for: people[member]?.id ?? null, interpreter };
}
