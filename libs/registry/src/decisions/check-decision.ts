import type { FieldProblem, NeedCategory } from '@haven/kernel';
import type { TermKind } from '../crosswalks/term-key.js';
import { checkText } from '../entries/check-text.js';
import { isSourceName } from '../sources/source-name.js';
import { checkPersons, type MeantPersons } from './meant-persons.js';

/** A coordinator's decision about the meaning of a term, text or service. */
export interface DecisionInput {
  readonly kind: TermKind;
  /** The term, or the eligibility text. */
  readonly name: string | null;
  readonly taxonomy: string | null;
  /** Null: for all sources, or for one service. */
  readonly source: string | null;
  readonly serviceId: string | null;
  /** Null: the decision is not about needs; empty list: it means no need. */
  readonly categories: readonly NeedCategory[] | null;
  /** Null: the decision is not about people. */
  readonly persons: MeantPersons | null;
  /** Takes the earlier decision back. */
  readonly withdraw: boolean;
}

/** All problems of a decision; empty if it is valid. */
export const checkDecision = (input: DecisionInput): readonly FieldProblem[] => [...checkTarget(input), ...checkMeaning(input)];

const longest = 20_000;

function checkTarget(input: DecisionInput): readonly FieldProblem[] {
  const { name, taxonomy, source, serviceId } = input;
  return [
    ...(input.kind === 'SERVICE' ? checkWhole(input) : checkNamed(input)),
    ...(source !== null && serviceId !== null ? [problem('source', 'Leave it out: a service has one source.')] : []),
    ...(source !== null && !isSourceName(source) ? [problem('source', 'Give the name of a source, as unclearTerms shows it.')] : []),
    ...(input.kind !== 'TERM' && taxonomy !== null ? [problem('taxonomy', 'Leave it out: only a term has one.')] : []),
    ...checkText('name', name, longest),
    ...checkText('taxonomy', taxonomy, 500),
  ];
}

const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';

const checkWhole = ({ name, serviceId }: DecisionInput): readonly FieldProblem[] => [
  ...(isBlank(name) ? [] : [problem('name', 'Leave it out: the service is meant as a whole, whatever its terms.')]),
  ...(serviceId === null ? [problem('serviceId', 'Say which service is meant.')] : []),
];

const checkNamed = ({ kind, name, taxonomy, source, serviceId }: DecisionInput): readonly FieldProblem[] => [
  ...(isBlank(name) ? [problem('name', 'Give the term or the text, as unclearTerms shows it.')] : []),
  ...(kind === 'TERM' && source === null && serviceId === null && taxonomy === null
    ? [problem('taxonomy', 'Name the taxonomy, or a source: a term without a taxonomy may mean another thing in each directory.')]
    : []),
];

function checkMeaning({ kind, categories, persons, withdraw }: DecisionInput): readonly FieldProblem[] {
  const isSilent = categories === null && persons === null;
  return [
    ...(withdraw && !isSilent
      ? [problem('withdraw', 'Give neither categories nor persons with it: what was decided counts no more.')]
      : []),
    ...(!withdraw && isSilent
      ? [problem('categories', 'Say what it means: categories, or persons; an empty list says that it is no need, or nothing of persons.')]
      : []),
    ...(kind === 'ELIGIBILITY' && categories !== null
      ? [problem('categories', 'Leave them out: such a text says whom a service is for.')]
      : []),
    ...(persons === null ? [] : checkPersons(persons)),
  ];
}

const problem = (path: string, message: string): FieldProblem => ({ path, message });
