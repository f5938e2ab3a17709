import { canonicalJson, type IdempotencyConflict, type InvalidInput, notFound, type NotFound } from '@haven/kernel';
import { type Caller, mayWrite } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { keyOfEligibility } from '../crosswalks/term-key.js';
import { keyOfTerm } from '../crosswalks/term-lines.js';
import { writeOnce } from '../entries/write-command.js';
import { havenCode, havenValues, isWorkedOut } from '../hsds/haven-attributes.js';
import type { JsonObject } from '../hsds/record.js';
import type { DecisionTarget, NewDecision, Registry, RegistryTransaction, StoredDecision } from '../ports.js';
import { publishAnewNow } from '../publishing/read-anew.js';
import { checkDecision, type DecisionInput } from './check-decision.js';
import { type DecisionRefused, refused } from './decision-refused.js';
import { wordsOf } from './meant-persons.js';

/** What {@link decideTerm} needs. */
export interface DecideTerm extends Command, DecisionInput {}

/** The decision in force. */
export interface DecidedTerm {
  readonly decided: StoredDecision;
}

/** This many services are published again before the answer; `publishAnew` does the others. */
export const publishedAtOnce = 50;

/**
 * Decides what a term, a text or a service means. The decision applies to every service that carries it, now and in later imports, and
 * comes before crosswalks and words. What a person entered at a service stays. Earlier decisions stay on record.
 */
export async function decideTerm(
  registry: Registry,
  caller: Caller,
  command: DecideTerm,
): Promise<DecidedTerm | DecisionRefused | InvalidInput | NotFound | IdempotencyConflict> {
  return (
    invalid(command, checkDecision(command)) ??
    writeOnce(registry, caller, 'decideTerm', command, async (tx) => {
      if (!mayWrite(caller, 'decideTerm', null)) return notFound;
      await tx.decisions.lock();
      const target = targetOf(command);
      const current = await tx.decisions.current(target);
      const refusal = command.withdraw ? withdrawalRefused(current) : await refusalAbout(tx, { ...command, ...target }, current);
      if (refusal !== null) return refusal;
      const meaning = meaningOf(command);
      if (current !== null && isSame(current, meaning)) return { decided: current };
      return { decided: await decide(tx, { ...target, ...meaning, decidedBy: caller.subject }) };
    })
  );
}

/** The target of a decision. */
export function targetOf({ kind, name, taxonomy, source, serviceId }: DecisionInput): DecisionTarget {
  const text = name ?? '';
  const key = kind === 'SERVICE' ? serviceId! : kind === 'TERM' ? keyOfTerm({ name: text, taxonomy }) : keyOfEligibility(text);
  return { kind, key, source, serviceId };
}

type Meaning = Pick<NewDecision, 'taxonomy' | 'name' | 'categories' | 'persons' | 'withdrawn'>;

const meaningOf = ({ kind, name, taxonomy, categories, persons, withdraw }: DecisionInput): Meaning => ({
  taxonomy,
  name: kind === 'TERM' ? name : null,
  categories: categories && [...new Set(categories)].sort(),
  persons: persons && wordsOf(persons),
  withdrawn: withdraw,
});

const isSame = (current: StoredDecision, { categories, persons, withdrawn }: Meaning): boolean =>
  canonicalJson([current.categories, current.persons, current.withdrawn]) === canonicalJson([categories, persons, withdrawn]);

const withdrawalRefused = (current: StoredDecision | null): DecisionRefused | null => (isInForce(current) ? null : refused('NOT_DECIDED'));

/** The answer depends only on what the service's entry shows. Nobody must find out by asking whether a service carries a hidden term. */
async function refusalAbout(
  tx: RegistryTransaction,
  asked: DecisionInput & DecisionTarget,
  current: StoredDecision | null,
): Promise<DecisionRefused | NotFound | null> {
  const { serviceId } = asked;
  if (serviceId === null) return null;
  if ((await tx.records.summaries('service', [serviceId])).size === 0) return notFound;
  await tx.dirty.mark([serviceId]);
  const entry = (await tx.entries.lock([serviceId])).get(serviceId);
  if (entry === undefined || entry.withdrawn) return notFound;
  if ((await tx.decisions.shownBy(asked, [serviceId])).length === 0) return refused('TERM_NOT_CARRIED');
  const isPart = (await tx.records.summaries('service', [serviceId])).get(serviceId)?.isRedacted === true && !isInForce(current);
  const isSaid = saidBy(entry.view.hsds as JsonObject, isPart);
  if (asked.categories !== null && isSaid(havenCode.category)) return refused('CATEGORIES_SAID');
  return asked.persons !== null && isSaid(havenCode.person) ? refused('PERSONS_SAID') : null;
}

const isInForce = (decision: StoredDecision | null): boolean => decision !== null && !decision.withdrawn;

/** Whether the service itself states it. A partial export does not show that, so there it counts as stated. */
const saidBy =
  (record: JsonObject, isPart: boolean) =>
  (code: string): boolean =>
    !isWorkedOut(record, code) || (isPart && havenValues(record, code).length > 0);

/** Records a decision, and lets its services be published again. */
async function decide(tx: RegistryTransaction, decision: Omit<NewDecision, 'services'>): Promise<StoredDecision> {
  const carriers = await tx.decisions.carriers(decision);
  const { length: services } = await tx.decisions.shownBy(decision, carriers);
  const stored = await tx.decisions.add({ ...decision, services });
  await tx.dirty.markUnread(carriers, stored.id);
  if (carriers.length > publishedAtOnce) return { ...stored, waiting: carriers.length };
  await publishAnewNow(tx, carriers);
  return stored;
}
