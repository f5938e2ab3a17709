import { closedIdOf, keyOfSealed, mayBeClosed } from '../domain/closed-record.js';
import type { HsdsRecord } from '../domain/hsds/record.js';
import { havenCode } from '../domain/haven-attributes.js';
import { markOf, plainTerm } from '../domain/haven-marks.js';
import { mergeRecords } from '../domain/merge-records.js';
import { closedBySaying, marksSaid, saidSecrets } from '../domain/said-secrets.js';
import { sealedKeys } from '../domain/withhold-records.js';
import { placesReferredTo, type Split, splitSecret } from '../domain/split-secret.js';
import { keyText, type RecordKey } from '../domain/relation.js';
import type { RegistryTransaction } from './ports.js';
import { leavePlaces } from './leave-places.js';
import { closedByMark, refuseLost, saidElsewhere } from './marks-elsewhere.js';
import { belowMarks, openBelow } from './open-below.js';
import { attributesOfTerms, plainMarks, termCodes } from './plain-marks.js';
import { refuseUnplaced, unplacedOwners } from './refuse-unplaced.js';
import { historyOfClosed } from './seal-history.js';
import { sealLocation } from './seal-location.js';
import { markAround, storeOpen, type StoreContext } from './store-open.js';
import { Outcomes } from './store-outcome.js';
import { holdersNamed, type Surroundings, surroundingsOf } from './surroundings.js';
import { takeOutOpenPlaces } from './take-out-open-places.js';
import { type NowConfidential, withholdPlaces } from './withhold-places.js';

/** Stores records of a source: what is shown into the registry, what is secret into the vault, before anything is written. */
export async function storeRecords(tx: RegistryTransaction, context: StoreContext, given: readonly HsdsRecord[]): Promise<Outcomes> {
  const records = [...given, ...given.flatMap(marksSaid), ...(await attributesOfTerms(tx, given))];
  const outcomes = await storeGiven(tx, context, records, []);
  given.forEach((record) => outcomes.noteSaid(record, saidSecrets(record)));
  const { locationIds, marks } = await saidElsewhere(tx, records);
  if (locationIds.length > 0) await storeGiven(tx, context, marks, locationIds);
  await sealHistory(tx, context, records);
  return outcomes;
}

/** Makes places that stand in the open confidential. What is sealed of them stays its owner's. */
export async function hideLocations(tx: RegistryTransaction, context: StoreContext, locationIds: readonly string[]): Promise<void> {
  if (locationIds.length === 0) return;
  await storeGiven(tx, context, [], locationIds);
  await sealHistory(tx, context, locationIds.map(keyOfLocation));
}

/** Seals the change history near these that tells of confidential places. */
async function sealHistory(tx: RegistryTransaction, context: StoreContext, touched: readonly RecordKey[]): Promise<void> {
  for (const [own, history] of await historyOfClosed(tx, context, touched)) await storeGiven(tx, own, history, []);
}

/** Also takes out of the open what is not said by a mark of its own. */
async function storeGiven(
  tx: RegistryTransaction,
  context: StoreContext,
  given: readonly HsdsRecord[],
  hidden: readonly string[],
): Promise<Outcomes> {
  const outcomes = new Outcomes();
  const terms = mergeRecords(given.filter(isTerm)).map((term) => repairedTerm(term, outcomes));
  await storeOpen(tx, context, terms, outcomes);
  const others = mergeRecords(given.filter((record) => !isTerm(record)));
  const { records: plain, codes } = await plainMarks(tx, context, others, outcomes);
  const records = [...terms, ...refuseLost(plain, codes, outcomes)];
  const marks = records.filter((record) => saysVisibility(record, codes));
  await storeOpen(tx, context, marks, outcomes);
  const closed = records.flatMap((record) => [closedBySaying(record) ?? [], closedByMark(record, codes)].flat());
  const { registered, unregistered } = await confidentialAmong(tx, records, [...hidden, ...closed]);
  const owners = await ownersOf(tx, context, unregistered);
  if (owners.size > 0) await tx.leftovers.note();
  await markAround(tx, context, [...owners.keys()].map(keyOfSealed));
  const late = await takeOutUnregistered(tx, context, { unregistered, owners }, outcomes);
  const early = new Set([...terms, ...marks]);
  const below = await belowMarks(tx, records, codes);
  const rest = mergeRecords([...records.filter((record) => !early.has(record)), ...late, ...below]);
  const places = new Set([...registered, ...unregistered]);
  const split = await storeApart(tx, context, await refuseUnplaced(tx, rest, places, outcomes), places, outcomes);
  await withholdPlaces(tx, nowConfidential([...owners.keys()], outcomes.takenOut(), split));
  return outcomes;
}

/** Takes what turns out to be secret out of the open. What another source owns is sealed as its own; the rest is answered. */
async function takeOutUnregistered(
  tx: RegistryTransaction,
  context: StoreContext,
  { unregistered, owners }: { readonly unregistered: readonly string[]; readonly owners: ReadonlyMap<string, string> },
  outcomes: Outcomes,
): Promise<readonly HsdsRecord[]> {
  for (const source of new Set([...owners.values()].filter((one) => one !== context.source)))
    await sealOfOther(
      tx,
      { ...context, source },
      [...owners].filter(([, owner]) => owner === source).map(([id]) => id),
      outcomes,
    );
  const own = unregistered.filter((id) => (owners.get(id) ?? context.source) === context.source);
  const { records, removed } = await takeOutOpenPlaces(tx, own);
  outcomes.noteTakenOut(removed);
  return (await plainMarks(tx, context, records, new Outcomes())).records;
}

/** What was told of these places, and of what was taken out of the open with them, must not be told any more. */
function nowConfidential(placeIds: readonly string[], taken: readonly RecordKey[], { places, open }: Split): NowConfidential {
  const closed = new Set(placeIds);
  const shown = new Set(open.map(keyText));
  const sealed = places.flatMap(({ records }) => records);
  return {
    mentions: [...new Set([...placeIds.map((id) => keyOfSealed(id).id), ...taken.map(({ id }) => id)])],
    isWithheld: (id) => closed.has(id),
    records: sealedKeys(
      [...placeIds.map(keyOfSealed), ...sealed],
      taken.filter((key) => !shown.has(keyText(key))),
    ),
  };
}

const keyOfLocation = (id: string): RecordKey => ({ object: 'location', id });

/** Source of each of these that stands in the open so far; what somebody enters takes over what is there. */
async function ownersOf(tx: RegistryTransaction, context: StoreContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (const object of new Set(ids.map((id) => keyOfSealed(id).object))) {
    const own = new Map(ids.filter((id) => keyOfSealed(id).object === object).map((id) => [keyOfSealed(id).id, id]));
    for (const [id, { source }] of await tx.records.marks(object, [...own.keys()]))
      owners.set(own.get(id)!, context.takesOver ? context.source : source);
  }
  return owners;
}

/** Any source may say that a place is confidential; what is sealed then is what its owner brought, and stays its own. */
async function sealOfOther(
  tx: RegistryTransaction,
  { origin: _origin, ...context }: StoreContext,
  ids: readonly string[],
  given: Outcomes,
): Promise<void> {
  const outcomes = new Outcomes();
  const { records, removed } = await takeOutOpenPlaces(tx, ids);
  const { records: taken } = await plainMarks(tx, context, records, outcomes);
  await storeApart(tx, context, taken, new Set(ids), outcomes);
  given.noteTakenOut([...removed, ...outcomes.takenOut()]);
}

/** Stores the open ones of these records, and seals those of confidential places, with what came before them and hangs on them. */
async function storeApart(
  tx: RegistryTransaction,
  context: StoreContext,
  records: readonly HsdsRecord[],
  places: ReadonlySet<string>,
  outcomes: Outcomes,
): Promise<Split> {
  const split = await splitWithBefore(tx, records, places);
  await storeOpen(tx, context, split.open, outcomes);
  for (const place of split.places) await sealLocation(tx, context, place, outcomes);
  await leavePlaces(tx, context, split.open, outcomes);
  return split;
}

/** With what came before, until nothing more hangs on what is secret: what is found may make others secret, and those hold more. */
async function splitWithBefore(tx: RegistryTransaction, records: readonly HsdsRecord[], places: ReadonlySet<string>): Promise<Split> {
  const split = await splitBy(tx, records, places);
  const withBefore = mergeRecords([...records, ...(await openBelow(tx, split))]);
  const isMore = withBefore.some((record, index) => record !== records[index]);
  return isMore ? splitWithBefore(tx, withBefore, places) : split;
}

async function splitBy(tx: RegistryTransaction, records: readonly HsdsRecord[], places: ReadonlySet<string>): Promise<Split> {
  const keys = [...holdersNamed(records), ...records.map(({ object, id }) => ({ object, id }))];
  const members = await tx.vault.membersAmong(keys);
  if (places.size === 0 && members.size === 0) return { open: records, places: [] };
  const around = await surroundingsOf(tx, records);
  const held = await tx.vault.membersAmong([...around.holders.values()].flat());
  return splitSecret(records, { ...around, places, members: new Map([...held, ...members]), terms: await termCodes(tx, records) });
}

/** Terms tell what of the rest is secret, and are secret themselves never. */
const isTerm = ({ object }: HsdsRecord): boolean => object === 'taxonomy' || object === 'taxonomy_term';

function repairedTerm(given: HsdsRecord, outcomes: Outcomes): HsdsRecord {
  const term = plainTerm(given);
  if (term !== given) outcomes.noteRepaired(term);
  return term;
}

/** As marks are kept they say nothing but "confidential". */
const saysVisibility = (record: HsdsRecord, terms: ReadonlyMap<string, string>): boolean =>
  markOf(record, terms) === havenCode.visibility && record.properties.value === 'CONFIDENTIAL';

/** Confidential places that these records touch, or that are to be hidden: known as such, and those that are not yet. */
async function confidentialAmong(tx: RegistryTransaction, records: readonly HsdsRecord[], hidden: readonly string[]) {
  const around = await surroundingsOf(tx, records.filter(isLoose));
  const unplaced = unplacedOwners(records).map(keyOfLocation);
  const touched = [
    ...unplaced,
    ...records.map(({ object, id }) => ({ object, id })),
    ...holdersNamed(records),
    ...placesAround(records, around),
  ];
  const relevant = touched.filter(({ object }) => object === 'location' || object === 'attribute' || object === 'taxonomy_term');
  const locations = relevant.filter(({ object }) => object === 'location').map(({ id }) => id);
  const closable = touched.filter(({ object }) => mayBeClosed(object)).map(closedIdOf);
  const said = [...new Set([...(await tx.records.saidConfidential(relevant)), ...hidden])];
  const registered = await tx.vault.cells([...locations, ...closable, ...said]);
  return { registered: [...registered.keys()], unregistered: said.filter((id) => !registered.has(id)) };
}

/** It does not say itself at which place it stands, so that what came before must tell. */
const isLoose = (record: HsdsRecord): boolean =>
  record.object === 'service_at_location'
    ? placesReferredTo(record).length === 0
    : record.links.length === 0 ||
      record.links.some(({ parentObject }) => parentObject === 'service_at_location' || parentObject === 'attribute');

const placesAround = (records: readonly HsdsRecord[], { holders, standing }: Surroundings): readonly RecordKey[] => [
  ...[...records.flatMap(placesReferredTo), ...standing.values()].map(keyOfLocation),
  ...[...holders.values()].flat(),
];
