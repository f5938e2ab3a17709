import type { ReviewedTerm, ReviewRequest } from '@haven/config';
import { type Failure, NeedCategory } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { isOfPeople } from '../crosswalks/term-lines.js';
import { decideTerm } from '../decisions/decide-term.js';
import { PersonGroup, personsOf, wordsOf } from '../decisions/meant-persons.js';
import { unclearTerms } from '../decisions/unclear-terms.js';
import { resolveReview, reviewQueue } from '../entries/resolve-review.js';
import type { Registry, UnclearUse } from '../ports.js';
import { publishAnew } from '../publishing/read-anew.js';
import type { Tell } from './pending-lines.js';

const atOnce = 100;

/** Lists what waits for a coordinator, or takes an answer. Anybody with access to the data directory may do so. */
export async function review(registry: Registry, settle: () => Promise<void>, request: ReviewRequest, tell: Tell): Promise<void> {
  if (request.action === 'list') return tell({ result: await listed(registry, request.source) });
  const result = request.action === 'place' ? await place(registry, request) : await term(registry, request, tell);
  await settle();
  await tell({ result });
}

const callerOf = ({ by }: { readonly by: string }): Caller => ({ subject: `terminal ${by}`, role: 'COORDINATOR', organizationId: null });

async function listed(registry: Registry, source: string | null) {
  const { items: reviews, totalCount: placesInAll } = await reviewQueue(registry, null, atOnce);
  const { items: terms, totalCount: termsInAll } = await unclearTerms(registry, source, null, atOnce);
  return {
    places: source === null ? reviews : reviews.filter((one) => one.source === source),
    placesInAll,
    terms: terms.map((one) => ({ ...one, isOfPersons: isOfPersons(one) })),
    termsInAll,
    categories: Object.values(NeedCategory),
    groups: Object.values(PersonGroup).map((group) => wordsOf({ ...nobody, groups: [group] })[0]),
  };
}

const nobody = personsOf([]);
const isOfPersons = ({ kind, taxonomy }: UnclearUse): boolean => kind === 'ELIGIBILITY' || (kind === 'TERM' && isOfPeople(taxonomy ?? ''));

async function place(registry: Registry, request: Extract<ReviewRequest, { action: 'place' }>) {
  const { id, decision, key } = request;
  const answer = await resolveReview(registry, callerOf(request), { id, decision, idempotencyKey: key });
  if ('kind' in answer)
    throw new Error(answer.kind === 'NotFound' ? `No place ${id} waits. To list them: npm run haven -- review list` : why(answer));
  return { id, decision };
}

async function term(registry: Registry, request: ReviewedTerm, tell: Tell) {
  const { kind, name, taxonomy, source, serviceId, withdraw, key } = request;
  const meant = { categories: categoriesOf(request.categories), persons: request.persons && personsIn(request.persons), withdraw };
  const command = { kind, name, taxonomy, source, serviceId, ...meant, idempotencyKey: key };
  const answer = await decideTerm(registry, callerOf(request), command);
  if (!('decided' in answer)) throw new Error('message' in answer ? answer.message : why(answer));
  const { waiting } = answer.decided;
  if (waiting > 0) await publishAnew(registry, undefined, (done) => tell({ progress: { done, total: waiting, what: 'services' } }));
  return answer.decided;
}

function why(failure: Failure): string {
  if (failure.kind === 'InvalidInput') return failure.fields.map(({ path, message }) => `${path}: ${message}`).join('\n');
  return failure.kind === 'NotFound' ? 'There is no such service. Look for its id with review list.' : failure.kind;
}

function categoriesOf(given: readonly string[] | null): readonly NeedCategory[] | null {
  const unknown = (given ?? []).filter((one) => !Object.hasOwn(NeedCategory, one));
  if (unknown.length > 0)
    throw new Error(`There is no category ${unknown.join(', ')}. There are: ${Object.values(NeedCategory).join(', ')}`);
  return given as readonly NeedCategory[] | null;
}

function personsIn(words: readonly string[]) {
  const persons = personsOf(words);
  const known = new Set(wordsOf(persons));
  const unknown = words.filter((word) => !known.has(word));
  if (unknown.length > 0) throw new Error(`Nobody is meant by ${unknown.join(', ')}. data/crosswalks/README.md lists the words.`);
  return persons;
}
