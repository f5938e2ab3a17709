import type { ReviewedTerm } from '@haven/config';
import { CommandProblem } from '../command-problem.js';

/** What the person wants to review. */
export type ReviewCommand = { readonly name: 'review' } & (
  | { readonly action: 'walk' | 'list'; readonly source: string | null }
  | { readonly action: 'place'; readonly id: string; readonly decision: 'PUBLIC' | 'CONFIDENTIAL' | 'REFUSE' }
  | { readonly action: 'term'; readonly term: MeantTerm }
);

/** What a term means, without who decided it. */
export type MeantTerm = Omit<ReviewedTerm, 'command' | 'action' | 'key' | 'by'>;

interface ReviewValues {
  readonly source?: string | undefined;
  readonly service?: string | undefined;
  readonly taxonomy?: string | undefined;
  readonly means?: string | undefined;
  readonly persons?: string | undefined;
  readonly withdraw: boolean;
}

/** Reads the words after `review`. Throws {@link CommandProblem}. */
export function parseReview(verb: string | undefined, [first, second]: readonly string[], values: ReviewValues): ReviewCommand {
  const source = values.source ?? null;
  if (verb === undefined) return { name: 'review', action: 'walk', source };
  if (verb === 'list' && first === undefined) return { name: 'review', action: 'list', source };
  if (verb === 'place') return placeOf(first, second);
  const kind = Object.hasOwn(kinds, verb) ? kinds[verb as keyof typeof kinds] : undefined;
  if (kind === undefined || first === undefined || second !== undefined)
    throw new CommandProblem(
      'Say what to review: npm run haven -- review list, review place ID public|confidential|refuse, or review term|text|service',
    );
  return { name: 'review', action: 'term', term: termOf(kind, first, values) };
}

const kinds = { term: 'TERM', text: 'ELIGIBILITY', service: 'SERVICE' } as const;

function placeOf(id: string | undefined, answer: string | undefined): ReviewCommand {
  const decision = (['PUBLIC', 'CONFIDENTIAL', 'REFUSE'] as const).find((one) => one === answer?.toUpperCase());
  if (id === undefined || decision === undefined)
    throw new CommandProblem('Say how it is shown: npm run haven -- review place ID public|confidential|refuse');
  return { name: 'review', action: 'place', id, decision };
}

function termOf(kind: MeantTerm['kind'], word: string, values: ReviewValues): MeantTerm {
  const { means, persons, withdraw } = values;
  if (!withdraw && means === undefined && persons === undefined)
    throw new CommandProblem('Say what it means: --means CATEGORY,CATEGORY or none, --persons women,limit:60- or nothing, or --withdraw');
  return {
    kind,
    name: kind === 'SERVICE' ? null : word,
    taxonomy: values.taxonomy ?? null,
    source: values.source ?? null,
    serviceId: kind === 'SERVICE' ? word : (values.service ?? null),
    categories: listOf(means, 'none')?.map((one) => one.toUpperCase().replaceAll('-', '_')) ?? null,
    persons: listOf(persons, 'nothing'),
    withdraw,
  };
}

function listOf(text: string | undefined, nothing: string): readonly string[] | null {
  if (text === undefined) return null;
  return text === nothing ? [] : text.split(',').map((one) => one.trim());
}
