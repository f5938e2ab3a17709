import { randomUUID } from 'node:crypto';
import { farService, mutate, withdraw, type Sender } from '../../src/bad-input/registry-operations.js';
import { ask } from '../../src/harness/graphql.js';
import type { System } from '../../src/harness/system.js';
import type { Role } from '../../src/harness/tokens.js';

/** A shelter of one spec, in a place that no other spec searches. */
export interface SpecShelter {
  readonly name: string;
  readonly serviceId: string;
  readonly poolId: string;
  readonly staff: Sender;
}

/** Traits of a shelter; defaults: two free beds, public, in Nuuk. */
export interface ShelterLike {
  readonly name: string;
  readonly total?: number;
  readonly isConfidential?: boolean;
  readonly at?: typeof nuuk;
  /** Whom it takes, as in AdmissionRule; default: everybody. */
  readonly persons?: readonly object[];
}

/** The address of every shelter of {@link openShelter}. */
export const streetAddress = 'Kenanga Lane 5';
/** Their location. */
export const nuuk = { latitude: 64.18347, longitude: -51.72157, city: 'Nuuk', country: 'GL' };

/** Another place that no other spec searches. */
export const longyearbyen = { latitude: 78.22334, longitude: 15.64689, city: 'Longyearbyen', country: 'SJ' };

/** And one more. */
export const qaqortoq = { latitude: 60.71898, longitude: -46.03535, city: 'Qaqortoq', country: 'GL' };

/** Shelters that are still open. */
const opened = new Set<string>();

/** Closes all shelters of a spec and ends their holds, so that the next spec finds nothing of them. */
export async function closeShelters(system: System): Promise<void> {
  const { holds } = await system.query<{ holds: { id: string; serviceId: string; state: string; version: number }[] }>(
    '{ holds { id serviceId state version } }',
  );
  const staying = holds.filter(({ serviceId, state }) => opened.has(serviceId) && state === 'CONFIRMED');
  for (const { id, version } of staying) await send(system, 'checkOut', { holdId: id, expectedVersion: version }, { role: 'COORDINATOR' });
  for (const serviceId of opened) await withdraw(system, serviceId);
  opened.clear();
}

/** Opens a shelter with beds that a person has counted. */
export async function openShelter(
  system: System,
  { name, total = 2, isConfidential = false, at = nuuk, persons }: ShelterLike,
): Promise<SpecShelter> {
  const organization = (await mutate(system, 'registerOrganization', { name: `${name} (end-to-end)` })).result!;
  const staff: Sender = { role: 'PROVIDER', organization: organization.id };
  const location = { ...at, address: streetAddress, visibility: isConfidential ? 'CONFIDENTIAL' : 'PUBLIC' };
  const service = {
    ...farService,
    name,
    categories: ['ACCOMMODATION'],
    locations: [location],
    languages: ['en', 'id'],
    ...(persons ? { admission: { persons } } : {}),
  };
  // As a coordinator, since a token for the staff takes a run of the `haven` command.
  const serviceId = (await mutate(system, 'registerService', { organizationId: organization.id, service })).result!.id;
  const poolId = (await mutate(system, 'defineBedPool', { serviceId, name: 'Beds', total })).result!.id;
  opened.add(serviceId);
  return { name, serviceId, poolId, staff };
}

/** The result of a mutation, of any type. */
type Result = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number; readonly caseReference: string };

const answered = `__typename ... on UserError { code message } ... on Hold { id version state expiresAt caseReference }`;

/** Sends one operation with a fresh key in a role, and returns its only field. */
export async function send(
  system: System,
  name: string,
  input: object,
  { role, organization }: { readonly role: Role; readonly organization?: string } = { role: 'CASEWORKER' },
): Promise<Result> {
  const type =
    /Hold$|^checkOut$|^takeOffer$/.test(name) && name !== 'extendHold' ? 'HoldTransition' : `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const fields = name === 'joinWaitlist' || name === 'setIntake' ? '__typename ... on UserError { code message }' : answered;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${fields} } }`;
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const token = await system.token(role, organization);
  const { data, body } = await ask<Record<string, Result>>(system.url, { query, variables, token });
  if (!data?.[name]) throw new Error(body);
  return data[name];
}

/** A woman of 30. */
export const woman = { gender: 'WOMAN', age: 30 };

/** Holds a bed in a role. */
export const hold = (system: System, { serviceId }: SpecShelter, over: object = {}, who?: Parameters<typeof send>[3]): Promise<Result> =>
  send(system, 'holdBeds', { serviceId, party: [woman], ...over }, who);
