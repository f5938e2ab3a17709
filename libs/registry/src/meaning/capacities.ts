import type { SeedCapacity } from '@haven/events';
import { admissionFromHsds } from './admission/admission-from-hsds.js';
import { instantOf } from '../reading/instants.js';
import { type JsonRecord, childOf, listOf, numberOf, textOf } from '../reading/json-record.js';

/** The capacities of a nested service record, in the order of the record. */
export const capacitiesOf = (service: JsonRecord): SeedCapacity[] => listOf(service, 'capacities').flatMap(capacityOf);

function capacityOf(capacity: JsonRecord): SeedCapacity[] {
  const id = textOf(capacity, 'id');
  if (id === null) return [];
  const unit = childOf(capacity, 'unit');
  return [
    {
      id,
      name: (unit && textOf(unit, 'name')) ?? textOf(capacity, 'description') ?? 'Beds',
      available: count(capacity, 'available'),
      maximum: count(capacity, 'maximum'),
      updatedAt: instantOf(textOf(capacity, 'updated')),
      admits: admissionFromHsds(capacity),
    },
  ];
}

const mostBeds = 2_147_483_647;

/** Whole beds. A negative, fractional or impossible number counts as missing. */
function count(capacity: JsonRecord, property: string): number | null {
  const value = numberOf(capacity, property);
  return value === null || value < 0 || value > mostBeds ? null : Math.floor(value);
}
