import type { ServiceView } from '@haven/contracts';
import { publicCellOf } from '@haven/kernel';
import { indexRecords, nest } from './hsds/nest.js';
import type { HsdsRecord } from './hsds/record.js';
import { hasShownPart, scrubbed } from './sealed-location.js';
import type { IdentifiedPlace } from './service-records.js';
import { snapshotOf } from './service-view.js';

/** A service as somebody entered it, before it is published. */
export interface Entered {
  readonly serviceId: string;
  readonly organization: ServiceView['organization'];
  readonly records: readonly HsdsRecord[];
  readonly places: readonly IdentifiedPlace[];
  readonly version: number;
  readonly verifiedAt: string | null;
}

/** What an entry says by itself, whatever else is stored beside it; of a confidential place only the cell, as always. */
export function enteredView({ serviceId, organization, records, places, ...facts }: Entered): ServiceView {
  const secret = places.filter(({ place }) => place.visibility === 'CONFIDENTIAL');
  const cells = new Map(secret.map(({ id, place }) => [id, publicCellOf(place)]));
  const named: HsdsRecord = {
    object: 'organization',
    id: organization.id,
    properties: { name: organization.name },
    links: [],
    references: [],
  };
  const index = indexRecords([...records.map((record) => shownOf(record, cells)), named]);
  const service = records.find(({ object, id }) => object === 'service' && id === serviceId);
  const snapshot = service ? snapshotOf(nest(service, index), { cells, ...facts }) : null;
  if (snapshot === null) throw new Error('An entry has a service and an organization.');
  return snapshot.service;
}

function shownOf(record: HsdsRecord, cells: ReadonlyMap<string, string>): HsdsRecord {
  const locationId =
    record.object === 'location' ? record.id : record.links.find(({ parentObject }) => parentObject === 'location')?.parentId;
  const cell = locationId === undefined ? undefined : cells.get(locationId);
  return cell !== undefined && hasShownPart(record.object) ? scrubbed(record, cell) : record;
}
