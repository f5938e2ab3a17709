import type { ServiceSnapshot } from '@haven/contracts';
import { canonicalJson } from '@haven/kernel';
import { createHash } from 'node:crypto';
import { listOf, childOf } from '../domain/json-record.js';
import type { JsonObject, ObjectName } from '../domain/hsds/record.js';
import { keyText, type RecordKey } from '../domain/relation.js';
import { publicEntryOf } from '../domain/confidentiality/public-entry.js';
import { loadAggregates } from './load-aggregate.js';
import type { Registry, RegistryTransaction, ServiceEvent, StoredEntry } from './ports.js';
import { withheldAggregates } from './withhold-records.js';

const batchSize = 100;

/** Publishes every service that waits, batch by batch; what a crash leaves waits on. Returns how many were looked at. */
export async function publishWaiting(registry: Registry, onBatch: (done: number) => void | Promise<void> = () => {}): Promise<number> {
  let done = 0;
  for (let taken = batchSize; taken === batchSize; await onBatch(done)) {
    taken = await registry.transaction(async (tx) => {
      const serviceIds = await tx.dirty.take(batchSize);
      await publishServices(tx, serviceIds);
      return serviceIds.length;
    });
    done += taken;
  }
  return done;
}

/**
 * Publishes these services as they now are, in the transaction of their change, except those that an import holds. An entry
 * that says the same stays as it is. Answers which are published.
 */
export async function publishServices(tx: RegistryTransaction, serviceIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (serviceIds.length === 0) return new Set();
  const before = await tx.entries.lock(serviceIds);
  const loaded = await loadAggregates(
    tx.records,
    serviceIds.map((id) => ({ object: 'service', id })),
  );
  // After the records: an import that stored one of them meanwhile has its hold in the same transaction.
  const open = await notHeld(tx, serviceIds, loaded);
  const { records, cells } = await withheldAggregates(tx, loaded);
  const released = await tx.releasedTexts.of(open);
  const changed: StoredEntry[] = [];
  const events: ServiceEvent[] = [];
  for (const serviceId of open) {
    const stored = before.get(serviceId);
    const record = records.get(serviceId);
    const facts = {
      cells,
      releasedTexts: released.get(serviceId) ?? null,
      verifiedAt: stored?.verifiedAt ?? null,
      version: (stored?.version ?? 0) + 1,
    };
    const snapshot = record && !stored?.withdrawn ? publicEntryOf(record, ofService(record, facts)) : null;
    const entry = snapshot === null ? withdrawn(stored) : published(snapshot, stored);
    if (entry === null) continue;
    changed.push(entry);
    events.push({ serviceId, snapshot });
  }
  await tx.entries.put(changed);
  await tx.emit(events);
  await tx.dirty.clear(open);
  return new Set(open);
}

/** Without services that an import is not done with, or one of whose places; a service waits as long as its place does. */
async function notHeld(
  tx: RegistryTransaction,
  serviceIds: readonly string[],
  records: ReadonlyMap<string, JsonObject>,
): Promise<readonly string[]> {
  const services = serviceIds.map((id) => ({ id, places: locationIds(records.get(id) ?? {}) }));
  const held = await tx.holds.among(
    services.flatMap(({ id, places }): RecordKey[] => [
      { object: 'service', id },
      ...places.map((place): RecordKey => ({ object: 'location', id: place })),
    ]),
  );
  const isHeld = (object: ObjectName, id: string): boolean => held.has(keyText({ object, id }));
  for (const { id, places } of services) {
    for (const place of places.filter((one) => isHeld('location', one))) await tx.holds.passOn(place, id);
  }
  return services
    .filter(({ id, places }) => !isHeld('service', id) && !places.some((place) => isHeld('location', place)))
    .map(({ id }) => id);
}

function published(snapshot: ServiceSnapshot, stored: StoredEntry | undefined): StoredEntry | null {
  const digest = digestOf(snapshot);
  if (stored?.digest === digest && !stored.withdrawn) return null;
  const { service } = snapshot;
  return { view: service, digest, version: service.version, verifiedAt: stored?.verifiedAt ?? null, withdrawn: false };
}

/** The entry of a service that is gone, unless that was said already. */
function withdrawn(stored: StoredEntry | undefined): StoredEntry | null {
  if (!stored || stored.digest === '') return null;
  return { ...stored, digest: '', withdrawn: true };
}

/** What was published, whatever its version. */
export const digestOf = (snapshot: ServiceSnapshot): string =>
  createHash('sha256')
    .update(canonicalJson({ ...snapshot, service: { ...snapshot.service, version: 0 } }))
    .digest('base64url');

function locationIds(record: JsonObject): string[] {
  return listOf(record, 'service_at_locations').flatMap((at) => {
    const { id } = childOf(at, 'location') ?? {};
    return typeof id === 'string' ? [id] : [];
  });
}

/** Only the cells of this service's own places. */
function ofService<T extends { readonly cells: ReadonlyMap<string, string | null> }>(record: JsonObject, facts: T): T {
  const own = new Set(locationIds(record));
  return { ...facts, cells: new Map([...facts.cells].filter(([id]) => own.has(id))) };
}
