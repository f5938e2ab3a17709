import { placeOf, type AnsweredNeed, type Outcome } from './answer.js';
import type { Expectation, Situation } from './situation.js';
import { sayingOf, sayings } from './words/reasons.js';

const nobody = 'Nobody House';

const changed = <T, U>(lines: Readonly<Record<string, T>>, change: (value: T, place: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(lines).map(([place, value]) => [place, change(value, place)]));

const saidAt = (need: AnsweredNeed | undefined, place: string): string[] =>
  need?.matches.find((match) => placeOf(match) === place)?.reasons.map(({ code }) => sayingOf(code)) ?? [];

/** Makes each kind of expectation wrong. */
const wrongs: { readonly [K in keyof Expectation]-?: (value: NonNullable<Expectation[K]>, outcome: Outcome) => Expectation[K] } = {
  order: (order) => (order.length > 1 ? [...order].reverse() : [...order, nobody]),
  first: () => nobody,
  found: (found) => [...found, nobody],
  never: (never, { answer }) => [...never, answer?.needs[0]?.matches.map(placeOf)[0] ?? nobody],
  says: (says, { answer }) => changed(says, (_, place) => sayings.filter((line) => !saidAt(answer?.needs[0], place).includes(line))),
  silent: (silent, { answer }) => changed(silent, (_, place) => saidAt(answer?.needs[0], place)),
  language: (language) => changed(language, (fit) => (fit === 'none' ? 'direct' : 'none')),
  costs: (costs) => changed(costs, (parts) => changed(parts, (km) => km + 1)),
  opens: (opens) => changed(opens, () => 'closed until 03:33'),
  nearly: (nearly) => nearly.map((miss) => ({ ...miss, so: miss.so === 'nothing' ? 'go further' : 'nothing' })),
  parts: (parts) => (parts === 'none' ? { [nobody]: [] } : 'none'),
  needs: (needs) => changed(needs, (one) => ({ ...one, first: nobody })),
  plan: (plan) => changed(plan, () => nobody),
  'plan lacks': (lacks) => [...lacks, 'a new start'],
  hold: (hold) => changed(hold, (wanted) => (wanted.startsWith('yes') ? 'no' : 'yes')),
  refused: () => 'nothing of it',
};

/** Copies of the situation, each with one wrong expectation. A question that finds nobody cannot find one too many. */
export function wronglyExpecting(situation: Situation, outcome: Outcome): readonly (readonly [kind: string, wrong: Situation])[] {
  const kinds = Object.keys(situation.expect) as (keyof Expectation)[];
  const findsNobody = outcome.answer?.needs[0]?.matches.length === 0;
  return kinds
    .filter((kind) => !(kind === 'never' && findsNobody))
    .map((kind) => {
      const wrong = (wrongs[kind] as (value: unknown, of: Outcome) => unknown)(situation.expect[kind], outcome);
      return [kind, { ...situation, expect: { ...situation.expect, [kind]: wrong } }];
    });
}
