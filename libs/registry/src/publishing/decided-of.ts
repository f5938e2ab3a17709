import { type Decided, type DecidedOfService, nameOfDecision, undecided } from '../crosswalks/decided.js';
import { carriedText } from '../meaning/carried-decision.js';
import { keyOfEligibility } from '../crosswalks/term-key.js';
import { keyOfTerm } from '../crosswalks/term-lines.js';
import type { Aggregates } from '../confidentiality/close-places.js';
import type { JsonObject } from '../hsds/record.js';
import { termsOf } from '../meaning/given-terms.js';
import type { RegistryTransaction, StoredDecision } from '../ports.js';
import { textOf } from '../reading/json-record.js';

/** The decisions about each of these services. A decision about the service comes before one about its source. */
export async function decidedOf(tx: RegistryTransaction, services: Aggregates): Promise<ReadonlyMap<string, DecidedOfService>> {
  const ids = [...services.keys()];
  const summaries = await tx.records.summaries('service', ids);
  const sources = new Set([...summaries.values()].map(({ origin }) => origin));
  const keys = new Set([...services].flatMap(([id, service]) => [id, ...keysOf(service)]));
  const found = await tx.decisions.inForce([...sources], ids, [...keys]);
  if (found.length === 0) return new Map(ids.map((id) => [id, undecided]));
  const nearestFirst = [...found].sort((one, other) => distanceOf(one) - distanceOf(other));
  return new Map(
    [...services].map(([id, service]) => [id, decidedOfOne(service, nearestFirst.filter(isAbout(id, summaries.get(id)?.origin)))]),
  );
}

const keysOf = (service: JsonObject): readonly string[] => {
  const text = textOf(service, 'eligibility_description');
  return [...termsOf(service).map(keyOfTerm), ...(text === null ? [] : [keyOfEligibility(text)])];
};

const distanceOf = ({ serviceId, source }: StoredDecision): number => (serviceId !== null ? 0 : source !== null ? 1 : 2);

const isAbout =
  (id: string, origin: string | undefined) =>
  ({ serviceId, source }: StoredDecision): boolean =>
    serviceId === null ? source === null || source === origin : serviceId === id;

function decidedOfOne(service: JsonObject, nearestFirst: readonly StoredDecision[]): DecidedOfService {
  const text = textOf(service, 'eligibility_description');
  const together = (kind: StoredDecision['kind'], key?: string) =>
    mergeOf(nearestFirst.filter((one) => one.kind === kind && (key === undefined || one.key === key)));
  return {
    terms: new Map(termsOf(service).flatMap((term) => asEntry(keyOfTerm(term), together('TERM', keyOfTerm(term))))),
    eligibility: text === null ? null : together('ELIGIBILITY', keyOfEligibility(text)),
    whole: together('SERVICE'),
    carried: carriedOf(nearestFirst),
  };
}

const asEntry = (key: string, decided: Decided | null): [string, Decided][] => (decided === null ? [] : [[key, decided]]);

/** A decision for all sources is exported as one for this source: a file may decide for its own source only. */
function carriedOf(nearestFirst: readonly StoredDecision[]): readonly string[] {
  const groups = Map.groupBy(nearestFirst, ({ kind, key, serviceId }) => JSON.stringify([kind, key, serviceId]));
  const texts = [...groups.values()].map((group) => {
    const { kind, taxonomy, name, serviceId } = group[0]!;
    const categories = group.find((one) => one.categories !== null)?.categories ?? null;
    const persons = group.find((one) => one.persons !== null)?.persons ?? null;
    return carriedText({ kind, taxonomy, name, isOfService: serviceId !== null, categories, persons });
  });
  return texts.sort();
}

/** The most specific decision about needs, and the most specific one about people. */
function mergeOf(nearestFirst: readonly StoredDecision[]): Decided | null {
  const ofNeeds = nearestFirst.find(({ categories }) => categories !== null);
  const ofPersons = nearestFirst.find(({ persons }) => persons !== null);
  if (ofNeeds === undefined && ofPersons === undefined) return null;
  return {
    needs: ofNeeds ? { values: ofNeeds.categories!, by: nameOfDecision(ofNeeds.id, ofNeeds.decidedAt) } : null,
    persons: ofPersons ? { values: ofPersons.persons!, by: nameOfDecision(ofPersons.id, ofPersons.decidedAt) } : null,
  };
}
