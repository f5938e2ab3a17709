import type { ServiceView } from '@haven/events';
import type { FieldProblem } from '@haven/kernel';
import { checkCountry, checkLanguages } from '../entries/check-service.js';
import { languageTag } from '../languages/languages.js';
import type { ServicePage, ServiceQuery } from './service-query.js';
import { childOf, textOf } from '../reading/json-record.js';
import type { Registry } from '../ports.js';
import type { OrganizationView } from '../entries/register-organization.js';

/** Most entries of a page. */
export const pageSizeMax = 100;

/** One published entry; null if there is none. */
export const findService = (registry: Registry, id: string): Promise<ServiceView | null> =>
  registry.transaction(({ entries }) => entries.find(id));

/** The published entries of an organization, by name. */
export const servicesOf = (registry: Registry, organizationId: string): Promise<readonly ServiceView[]> =>
  registry.transaction(({ entries }) => entries.ofOrganization(organizationId));

/** One organization; null if there is none. */
export async function findOrganization(registry: Registry, id: string): Promise<OrganizationView | null> {
  return registry.transaction(async ({ records, entries }) => {
    const [record] = await records.get([{ object: 'organization', id }]);
    if (!record) return null;
    const name = textOf(record.properties, 'name') ?? id;
    const isClosed = (await entries.silentOrganizations([id])).has(id);
    const description = isClosed ? releasedDescription(await entries.ofOrganization(id)) : textOf(record.properties, 'description');
    return { id, name, description };
  });
}

/** The description of an organization with a confidential place, if an entry of it was released. */
const releasedDescription = (views: readonly ServiceView[]): string | null =>
  views.map(({ hsds }) => textOf(childOf(hsds, 'organization') ?? {}, 'description')).find((text) => text !== null) ?? null;

/** Problems of a query; empty if it is valid. */
export function checkQuery(query: ServiceQuery): readonly FieldProblem[] {
  const { first, country, languages, within, text } = query;
  return [
    ...(first >= 1 && first <= pageSizeMax ? [] : [{ path: 'first', message: `Ask for 1 to ${pageSizeMax} at a time.` }]),
    ...(country === null ? [] : checkCountry('filter.country', country)),
    ...checkLanguages('filter.languages', languages ?? []),
    ...(text !== null && text.length > 200 ? [{ path: 'filter.text', message: 'Search for at most 200 characters.' }] : []),
    ...(within === null ? [] : checkBox(within)),
  ];
}

function checkBox({ south, west, north, east }: NonNullable<ServiceQuery['within']>): FieldProblem[] {
  const problem = (name: string, message: string): FieldProblem => ({ path: `filter.within.${name}`, message });
  return [
    ...(Math.abs(south) <= 90 ? [] : [problem('south', 'Give degrees from -90 to 90.')]),
    ...(Math.abs(north) <= 90 ? [] : [problem('north', 'Give degrees from -90 to 90.')]),
    ...(Math.abs(west) <= 180 ? [] : [problem('west', 'Give degrees from -180 to 180.')]),
    ...(Math.abs(east) <= 180 ? [] : [problem('east', 'Give degrees from -180 to 180.')]),
    ...(south > north ? [problem('south', 'south lies north of north; swap them.')] : []),
  ];
}

/** A page of the published entries. */
export const findServices = (registry: Registry, query: ServiceQuery): Promise<ServicePage> =>
  registry.transaction(({ entries }) =>
    entries.page({ ...query, languages: query.languages?.map((language) => languageTag(language) ?? language) ?? null }),
  );
