import { serviceSnapshotType, serviceTopic, serviceWithdrawnType } from '@haven/events';
import { readTowns, townsRead } from '@haven/gazetteer';
import { canonicalJson, type Clock, systemClock } from '@haven/kernel';
import { emitAll, leapSequences, type OutgoingEvent, replaceUnsent, unsentAbout } from '@haven/messaging';
import { type Connection, type Database, once, openDatabase, type OpenOptions } from '@haven/persistence';
import type { VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import { TownsUnread, type Registry, type RegistryTransaction, type ServiceEvent } from '../ports.js';
import { dirtyServices } from './entries/dirty-services.js';
import { enteredPlaces } from './entries/entered-places.js';
import { entryStore } from './entries/entry-store.js';
import { hsdsEntities } from './hsds-entities.js';
import { deferrals } from './deferrals.js';
import { leftovers } from './leftovers.js';
import { registryMigrations } from './migrations.js';
import { registryRole } from './vault/in-vault.js';
import { locationVault } from './vault/location-vault.js';
import { directorySources } from './directory-sources.js';
import { pendingReferences } from './pending-references.js';
import { placeReviews } from './entries/place-reviews.js';
import { publishedListing } from './entries/published-listing.js';
import { publisherIds } from './publisher-ids.js';
import { recordStore } from './record-store.js';
import { registryEntities } from './registry-entities.js';
import { releasedTexts } from './entries/released-texts.js';
import { sourceQuality } from './entries/source-quality.js';
import { servicePairs } from './entries/service-pairs.js';
import { serviceRoll } from './entries/service-roll.js';
import { termDecisions } from './entries/term-decisions.js';
import { unclearTerms } from './entries/unclear-terms.js';

/** Opens the registry's schemas; every transaction runs under a role that cannot read the vault. */
export const openRegistryDatabase = (connection: Connection, options: OpenOptions = {}): Promise<Database> =>
  openDatabase({
    ...options,
    context: 'registry',
    connection,
    entities: [...hsdsEntities, ...registryEntities],
    migrations: registryMigrations,
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
  deferrals: deferrals(tx),
  pending: pendingReferences(tx, cipher),
  sources: directorySources(tx, cipher),
  publisherIds: publisherIds(tx, cipher),
  releasedTexts: releasedTexts(tx),
  reviews: placeReviews(tx),
  unclear: unclearTerms(tx),
  decisions: termDecisions(tx),
  quality: sourceQuality(tx),
  roll: serviceRoll(tx),
  pairs: servicePairs(tx),
  leftovers: leftovers(tx),
  towns: () => townsRead() ?? unread(),
  emit: (events) => emitAll(tx, 'registry', events.map(asOutgoing)),
  replaceUnsent: (events) => replaceUnsent(tx, 'registry', events.map(asOutgoing)),
  unsentAbout: (ids) => unsentAbout(tx, 'registry', serviceTopic, ids),
  leapSequences: () => leapSequences(tx, 'registry'),
  // Hashed with a key, since the body may contain the exact position of a confidential place.
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
