import { serviceSnapshotType, serviceTopic, serviceWithdrawnType } from '@haven/events';
import { readTowns, townsRead } from '@haven/gazetteer';
import { canonicalJson, type Clock, systemClock } from '@haven/kernel';
import { emitAll, leapSequences, type OutgoingEvent, replaceWaiting, waitingAbout } from '@haven/messaging';
import { type Connection, type Database, once, openDatabase, type OpenOptions } from '@haven/persistence';
import type { VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import { TownsUnread, type Registry, type RegistryTransaction, type ServiceEvent } from '../ports.js';
import { dirtyServices } from './entries/dirty-services.js';
import { enteredPlaces } from './entries/entered-places.js';
import { entryStore } from './entries/entry-store.js';
import { hsdsEntities } from './hsds-entities.js';
import { importHolds } from './import-holds.js';
import { leftovers } from './leftovers.js';
import { OutboxTraces1795800000001 } from './migrations/1795800000001-outbox-traces.js';
import { AgedAnswers1796000000001 } from './migrations/1796000000001-aged-answers.js';
import { EnteredPlaces1796200000001 } from './migrations/1796200000001-entered-places.js';
import { UnplacedRows1796300000001 } from './migrations/1796300000001-unplaced-rows.js';
import { FamiliesAreAskedAbout1797500000001 } from './migrations/1797500000001-families-are-asked-about.js';
import { SequenceFloor1797600000001 } from './migrations/1797600000001-sequence-floor.js';
import { Leftovers1797800000001 } from './migrations/1797800000001-leftovers.js';
import { AnswersByOrganization1798000000001 } from './migrations/1798000000001-answers-by-organization.js';
import { PublisherIds1798100000001 } from './migrations/1798100000001-publisher-ids.js';
import { GivenKeys1798200000001 } from './migrations/1798200000001-given-keys.js';
import { HistoryOfPlaces1798300000001 } from './migrations/1798300000001-history-of-places.js';
import { ReadAnew1798500000001 } from './migrations/1798500000001-read-anew.js';
import { SearchTexts1798600000001 } from './migrations/1798600000001-search-texts.js';
import { SayingsReadAnew1798800000001 } from './migrations/1798800000001-sayings-read-anew.js';
import { Hours1799000000001 } from './migrations/1799000000001-hours.js';
import { Interpreters1800100000001 } from './migrations/1800100000001-interpreters.js';
import { ReleasedTexts1800200000001 } from './migrations/1800200000001-released-texts.js';
import { PlaceReviews1800400000001 } from './migrations/1800400000001-place-reviews.js';
import { TownsAndPhones1800900000001 } from './migrations/1800900000001-towns-and-phones.js';
import { DirectoryQuality1801200000001 } from './migrations/1801200000001-directory-quality.js';
import { TermDecisions1801100000001 } from './migrations/1801100000001-term-decisions.js';
import { UnclearTerms1801000000001 } from './migrations/1801000000001-unclear-terms.js';
import { Unplaced1800500000001 } from './migrations/1800500000001-unplaced.js';
import { Crosswalks1800700000001 } from './migrations/1800700000001-crosswalks.js';
import { ChangeFeed1800800000001 } from './migrations/1800800000001-change-feed.js';
import { SealedByKind1800300000001 } from './migrations/1800300000001-sealed-by-kind.js';
import { registryRole } from './vault/in-vault.js';
import { locationVault } from './vault/location-vault.js';
import { Registry1795500000001 } from './migrations/1795500000001-registry.js';
import { ImportHolds1795600000001 } from './migrations/1795600000001-import-holds.js';
import { directorySources } from './directory-sources.js';
import { pendingReferences } from './pending-references.js';
import { placeReviews } from './entries/place-reviews.js';
import { publishedListing } from './entries/published-listing.js';
import { publisherIds } from './publisher-ids.js';
import { recordStore } from './record-store.js';
import { registryEntities } from './registry-entities.js';
import { releasedTexts } from './entries/released-texts.js';
import { sourceQuality } from './entries/source-quality.js';
import { termDecisions } from './entries/term-decisions.js';
import { unclearTerms } from './entries/unclear-terms.js';

/** Opens the registry's schemas; every transaction runs under a role that cannot read the vault. */
export const openRegistryDatabase = (connection: Connection, options: OpenOptions = {}): Promise<Database> =>
  openDatabase({
    ...options,
    context: 'registry',
    connection,
    entities: [...hsdsEntities, ...registryEntities],
    migrations: [
      Registry1795500000001,
      ImportHolds1795600000001,
      OutboxTraces1795800000001,
      AgedAnswers1796000000001,
      EnteredPlaces1796200000001,
      UnplacedRows1796300000001,
      FamiliesAreAskedAbout1797500000001,
      SequenceFloor1797600000001,
      Leftovers1797800000001,
      AnswersByOrganization1798000000001,
      PublisherIds1798100000001,
      GivenKeys1798200000001,
      HistoryOfPlaces1798300000001,
      ReadAnew1798500000001,
      SearchTexts1798600000001,
      SayingsReadAnew1798800000001,
      Hours1799000000001,
      Interpreters1800100000001,
      ReleasedTexts1800200000001,
      SealedByKind1800300000001,
      PlaceReviews1800400000001,
      Unplaced1800500000001,
      Crosswalks1800700000001,
      ChangeFeed1800800000001,
      TownsAndPhones1800900000001,
      UnclearTerms1801000000001,
      TermDecisions1801100000001,
      DirectoryQuality1801200000001,
    ],
    role: registryRole,
  });

/** The registry on its database. */
export function registryOn(database: Database, cipher: VaultCipher, clock: Clock = systemClock): Registry {
  const inOne = <T>(work: (tx: RegistryTransaction) => Promise<T>): Promise<T> =>
    database.transaction((tx) => work(inTransaction(tx, cipher)));
  return {
    clock,
    transaction: async (work) => {
      try {
        return await inOne(work);
      } catch (error) {
        if (!(error instanceof TownsUnread)) throw error;
        await readTowns();
        return inOne(work);
      }
    },
    readTowns,
  };
}

const unread = (): never => {
  throw new TownsUnread();
};

const inTransaction = (tx: EntityManager, cipher: VaultCipher): RegistryTransaction => ({
  records: recordStore(tx, cipher),
  vault: locationVault(tx, cipher),
  entered: enteredPlaces(tx),
  entries: entryStore(tx),
  listing: publishedListing(tx),
  dirty: dirtyServices(tx),
  holds: importHolds(tx),
  pending: pendingReferences(tx, cipher),
  sources: directorySources(tx, cipher),
  publisherIds: publisherIds(tx, cipher),
  releasedTexts: releasedTexts(tx),
  reviews: placeReviews(tx),
  unclear: unclearTerms(tx),
  decisions: termDecisions(tx),
  quality: sourceQuality(tx),
  leftovers: leftovers(tx),
  towns: () => townsRead() ?? unread(),
  emit: (events) => emitAll(tx, 'registry', events.map(asOutgoing)),
  replaceWaiting: (events) => replaceWaiting(tx, 'registry', events.map(asOutgoing)),
  waitingAbout: (ids) => waitingAbout(tx, 'registry', serviceTopic, ids),
  leapSequences: () => leapSequences(tx, 'registry'),
  // Keyed, since the body may hold the exact position of a confidential place.
  once: async (call, work) => {
    const body = await locationVault(tx, cipher).fingerprint(canonicalJson(call.body));
    return once(tx, { schema: 'registry', ...call, body }, work);
  },
});

const asOutgoing = ({ serviceId, snapshot }: ServiceEvent): OutgoingEvent => ({
  topic: serviceTopic,
  key: serviceId,
  type: snapshot === null ? serviceWithdrawnType : serviceSnapshotType,
  data: snapshot,
});
