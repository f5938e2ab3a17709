import type { ServiceView } from '@haven/contracts';
import { v7 } from 'uuid';
import type { JsonObject } from '../domain/hsds/record.js';
import { identified, type KnownPlace } from '../domain/same-place.js';
import type { ServiceEntry } from '../domain/service-input.js';
import { enteredProperties, serviceRecords } from '../domain/service-records.js';
import { clearEntry, ownPlaces } from './clear-entry.js';
import type { RegistryTransaction } from './ports.js';
import { publishServices } from './publish-services.js';
import { storeRecords } from './store-records.js';

/** What somebody enters belongs to Haven from then on. */
const context = { source: 'haven', heldBy: null, takesOver: true } as const;

/** An edit touches few other services; what is more waits for the next publishing. */
const mostTouched = 10;

/** Stores a service as entered and publishes it, in one transaction. */
export async function writeService(
  tx: RegistryTransaction,
  serviceId: string,
  organizationId: string,
  entry: ServiceEntry,
): Promise<ServiceView> {
  const known = await ownPlaces(tx, serviceId);
  const places = identified(entry.locations, known, v7);
  await clearEntry(tx, serviceId, goneOf(known, places));
  await storeRecords(tx, context, serviceRecords(serviceId, organizationId, entry, await keptProperties(tx, serviceId), places));
  return publishedView(tx, serviceId);
}

/** Publishes a service, and what the change touched beside it, and reads what is now public of it. */
export async function publishedView(tx: RegistryTransaction, serviceId: string): Promise<ServiceView> {
  const touched = await tx.dirty.take(mostTouched);
  await publishServices(tx, [...new Set([serviceId, ...touched])]);
  const view = await tx.entries.find(serviceId);
  if (view === null) throw new Error('A service that was just stored is not published.');
  return view;
}

const goneOf = (known: readonly KnownPlace[], places: readonly { readonly id: string }[]): readonly KnownPlace[] =>
  known.filter(({ id }) => !places.some((place) => place.id === id));

async function keptProperties(tx: RegistryTransaction, serviceId: string): Promise<JsonObject> {
  const [stored] = await tx.records.get([{ object: 'service', id: serviceId }]);
  return Object.fromEntries(Object.entries(stored?.properties ?? {}).filter(([property]) => !enteredProperties.includes(property)));
}
