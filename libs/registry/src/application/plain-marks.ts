import { canonicalJson } from '@haven/kernel';
import { havenTerm } from '../domain/haven-attributes.js';
import { markCodes, plainMark, termMeaning } from '../domain/haven-marks.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import { digestOf } from '../domain/record-digest.js';
import { parentOf, uniqueKeys, withRelations } from '../domain/relation.js';
import type { RegistryTransaction } from './ports.js';
import { storeOpen, type StoreContext } from './store-open.js';
import type { Outcomes } from './store-outcome.js';

/** Records with our marks of places as we keep them, and the codes of the terms that attributes of places name, by term id. */
interface PlainMarks {
  readonly records: readonly HsdsRecord[];
  readonly codes: ReadonlyMap<string, string>;
}

/** Makes the marks of places among these records plain; the terms that the records bring are stored before. */
export async function plainMarks(
  tx: RegistryTransaction,
  context: StoreContext,
  records: readonly HsdsRecord[],
  outcomes: Outcomes,
): Promise<PlainMarks> {
  const terms = await termCodes(tx, records);
  const plain = records.map((record) => plainMark(record, terms));
  plain.filter((record, index) => isRepaired(records[index]!, record)).forEach((record) => outcomes.noteRepaired(record));
  const ours = termsOfOurs(plain, terms);
  await storeOpen(tx, context, ours, outcomes);
  return { records: plain, codes: new Map([...terms, ...ours.map(codeOfTerm)]) };
}

/** What came without a term of ours names one that may not be there yet. */
function termsOfOurs(plain: readonly HsdsRecord[], terms: ReadonlyMap<string, string>): readonly HsdsRecord[] {
  const named = new Set(plain.filter(({ object }) => object === 'attribute').flatMap(({ references }) => references.map(({ id }) => id)));
  return markCodes.map(havenTerm).filter(({ id }) => named.has(id) && !terms.has(id));
}

/** Nothing that was left out says anything: no line for it. */
const isRepaired = (given: HsdsRecord, plain: HsdsRecord): boolean => given !== plain && said(given) !== said(plain);

const said = ({ properties, links }: HsdsRecord): string =>
  canonicalJson([Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== '')), links.length]);

const codeOfTerm = (term: HsdsRecord): [id: string, code: string] => [term.id, termMeaning(term) ?? String(term.properties.code ?? '')];

/** Attributes that came before a term of theirs which makes marks of them: it is new, or says another thing than before. */
export async function attributesOfTerms(tx: RegistryTransaction, given: readonly HsdsRecord[]): Promise<readonly HsdsRecord[]> {
  const telling = given.filter((record) => termMeaning(record) !== null);
  const marks = await tx.records.marks(
    'taxonomy_term',
    telling.map(({ id }) => id),
  );
  const fresh = telling.filter(({ id, properties }) => marks.get(id)?.digest !== digestOf(properties));
  const naming = (await tx.records.parentsOf(fresh.map(({ object, id }) => ({ object, id })))).map(parentOf);
  const keys = uniqueKeys(naming.filter(({ object }) => object === 'attribute'));
  const relations = [...(await tx.records.parentsOf(keys)), ...(await tx.records.childrenOf(keys))];
  return withRelations(await tx.records.get(keys), relations);
}

/** What the terms that attributes name mean, by term id. */
export async function termCodes(tx: RegistryTransaction, records: readonly HsdsRecord[]): Promise<ReadonlyMap<string, string>> {
  const attributes = records.filter(({ object }) => object === 'attribute');
  const ids = [...new Set(attributes.flatMap(({ references }) => references.map(({ id }) => id)))];
  const terms = await tx.records.get(ids.map((id) => ({ object: 'taxonomy_term', id })));
  return new Map(terms.map(codeOfTerm));
}
