import type { ServiceView } from '@haven/events';
import { publicCellOf } from '@haven/kernel';
import { indexRecords, nest } from '../hsds/nest.js';
import type { HsdsRecord } from '../hsds/record.js';
import type { IdentifiedPlace } from '../meaning/service-records.js';
import { noTowns } from '../places/place-town.js';
import { digestOfTexts, publicEntryOf } from '../confidentiality/public-entry.js';

/** A service as a person entered it, before it is published. */
export interface Entered {
  readonly serviceId: string;
  readonly organization: ServiceView['organization'];
  readonly records: readonly HsdsRecord[];
  readonly places: readonly IdentifiedPlace[];
  readonly version: number;
  readonly verifiedAt: string | null;
  readonly isTextReleased: boolean;
}

/** The view of an entry alone, without other stored data. Of a confidential place it has only the cell. */
export function enteredView({ serviceId, organization, records, places, isTextReleased, ...facts }: Entered): ServiceView {
  const secret = places.filter(({ place }) => place.visibility === 'CONFIDENTIAL');
  const cells = new Map(secret.map(({ id, place }) => [id, publicCellOf(place)]));
  const named: HsdsRecord = {
    object: 'organization',
    id: organization.id,
    properties: { name: organization.name },
    links: [],
    references: [],
  };
  const index = indexRecords([...records, named]);
  const service = records.find(({ object, id }) => object === 'service' && id === serviceId);
  const nested = service ? nest(service, index) : null;
  const snapshot =
    nested &&
    publicEntryOf(nested, {
      ...{
        cells,
        withheld: new Set<string>(),
        ...facts,
        isOrganizationClosed: false,
        missingSince: null,
        findTown: noTowns,
        doubted: new Set(),
      },
      releasedTexts: isTextReleased ? digestOfTexts(nested) : null,
    });
  if (snapshot === null) throw new Error('An entry has a service and an organization.');
  return snapshot.service;
}
