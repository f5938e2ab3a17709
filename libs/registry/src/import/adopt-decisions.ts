import { keyOfEligibility } from '../crosswalks/term-key.js';
import { keyOfTerm } from '../crosswalks/term-lines.js';
import type { Aggregates } from '../confidentiality/close-places.js';
import { codeOf, havenCode, havenValues, keptValue } from '../hsds/haven-attributes.js';
import type { JsonObject } from '../hsds/record.js';
import { type CarriedDecision, readCarried } from '../meaning/carried-decision.js';
import type { DecisionTarget, NewDecision, RegistryTransaction } from '../ports.js';
import { listOf, textOf } from '../reading/json-record.js';

/**
 * Takes over the decisions in an export of these services. A decision made here on the same target stays, even if it was withdrawn: an old
 * export restores nothing.
 */
export async function adoptDecisions(tx: RegistryTransaction, source: string, services: Aggregates): Promise<void> {
  const carrying = new Map([...services].filter(([, service]) => carriedBy(service).length > 0));
  if (carrying.size === 0) return;
  const summaries = await tx.records.summaries('service', [...carrying.keys()]);
  const carried = [...carrying]
    .filter(([id]) => summaries.get(id)?.origin === source)
    .flatMap(([id, service]) => carriedBy(service).flatMap((one) => targetOf(one, id, service, source)));
  const fresh = await tx.decisions.neverDecided([
    ...new Map(carried.map((one) => [`${one.kind} ${one.serviceId} ${one.key}`, one])).values(),
  ]);
  if (fresh.length === 0) return;
  await tx.decisions.lock();
  for (const decision of await tx.decisions.neverDecided(fresh))
    await tx.decisions.add({ ...decision, withdrawn: false, decidedBy: `directory ${source}`, services: 0 });
}

/** The same for services that were kept although the newest file of their publisher lacked them. */
export async function adoptKept(tx: RegistryTransaction, source: string, services: Aggregates): Promise<void> {
  const kept = [...services].filter(([, service]) => havenValues(service, havenCode.missing).includes(keptValue)).map(([id]) => id);
  if (kept.length > 0) await tx.roll.adoptKept(source, kept, `directory ${source}`);
}

const carriedBy = (service: JsonObject): readonly CarriedDecision[] =>
  listOf(service, 'attributes')
    .filter((attribute) => codeOf(attribute) === havenCode.decision)
    .flatMap((attribute) => readCarried(textOf(attribute, 'value') ?? '') ?? []);

type Carried = DecisionTarget & Pick<NewDecision, 'taxonomy' | 'name' | 'categories' | 'persons'>;

function targetOf(carried: CarriedDecision, id: string, service: JsonObject, source: string): readonly Carried[] {
  const { isOfService, ...said } = carried;
  const key = keyOf(said, id, service);
  if (key === null || (said.kind === 'SERVICE' && !isOfService)) return [];
  return [{ ...said, key, ...(isOfService ? { source: null, serviceId: id } : { source, serviceId: null }) }];
}

function keyOf(
  { kind, name, taxonomy }: Pick<CarriedDecision, 'kind' | 'name' | 'taxonomy'>,
  id: string,
  service: JsonObject,
): string | null {
  if (kind === 'SERVICE') return id;
  if (kind === 'TERM') return keyOfTerm({ name: name!, taxonomy });
  const text = textOf(service, 'eligibility_description');
  return text === null ? null : keyOfEligibility(text);
}
