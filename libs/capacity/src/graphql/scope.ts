import { invalidInput, type InvalidInput } from '@haven/kernel';
import type { AvailabilityScope } from '../ports.js';
import type { AvailabilityFilter } from './inputs.js';

const mostIds = 1_000;

/** The scope that a filter asks for. No filter, or an empty one, means every service. */
export function scopeOf(filter: AvailabilityFilter | null | undefined): AvailabilityScope | InvalidInput {
  const { serviceIds = null, organizationId = null, country = null } = filter ?? {};
  if (serviceIds && serviceIds.length > mostIds) {
    return invalidInput({ path: 'filter.serviceIds', message: `Name at most ${mostIds} services, or filter by organization or country.` });
  }
  if (country !== null && !/^[A-Z]{2}$/.test(country)) {
    return invalidInput({ path: 'filter.country', message: 'Give an ISO 3166-1 alpha-2 code in capitals, like KH.' });
  }
  return { serviceIds, organizationId, country };
}
