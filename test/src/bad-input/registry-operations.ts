import { randomUUID } from 'node:crypto';
import { ask } from '../harness/graphql.js';
import type { System } from '../harness/system.js';
import type { Role } from '../harness/tokens.js';
import type { UserErrorAnswer } from './expectations.js';

const failure = '__typename ... on UserError { code message }';
const invalid = '... on InvalidInput { fields { path message } }';
const conflict = `... on VersionConflict { currentVersion }`;
const service = `... on Service { id name version categories }`;

const held = '... on Hold { id serviceId state beds { poolId beds } createdAt expiresAt version }';
const notActive = '... on HoldNotActive { hold { id state version } }';

const operations = {
  registerOrganization: `mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { ${failure} ${invalid} ... on Organization { id name } } }`,
  registerService: `mutation ($input: RegisterServiceInput!) { registerService(input: $input) { ${failure} ${invalid} ${service} } }`,
  updateService: `mutation ($input: UpdateServiceInput!) { updateService(input: $input) { ${failure} ${invalid} ${conflict} ${service} } }`,
  withdrawService: `mutation ($input: WithdrawServiceInput!) { withdrawService(input: $input) { ${failure} ${conflict} ${service} } }`,
  verifyService: `mutation ($input: VerifyServiceInput!) { verifyService(input: $input) { ${failure} ${service} } }`,
  defineBedPool: `mutation ($input: DefineBedPoolInput!) { defineBedPool(input: $input) { ${failure} ${invalid} ... on BedPool { id version total occupied free } } }`,
  setBedCounts: `mutation ($input: SetBedCountsInput!) { setBedCounts(input: $input) { ${failure} ${invalid} ${conflict} ... on BedPool { id version total occupied free } } }`,
  setIntake: `mutation ($input: SetIntakeInput!) { setIntake(input: $input) { ${failure} ${invalid} ${conflict} ... on Intake { open version } } }`,
  holdBeds: `mutation ($input: HoldBedsInput!) { holdBeds(input: $input) { ${failure} ${invalid} ${held} ... on NoBedsLeft { availability { serviceId free total freshness } } ... on NotAdmitted { reasons { code kind text } } } }`,
  confirmHold: `mutation ($input: HoldTransitionInput!) { confirmHold(input: $input) { ${failure} ${conflict} ${held} ${notActive} } }`,
  releaseHold: `mutation ($input: HoldTransitionInput!) { releaseHold(input: $input) { ${failure} ${conflict} ${held} ${notActive} } }`,
  declineHold: `mutation ($input: HoldTransitionInput!) { declineHold(input: $input) { ${failure} ${conflict} ${held} ${notActive} } }`,
  checkOut: `mutation ($input: HoldTransitionInput!) { checkOut(input: $input) { ${failure} ${conflict} ${held} ${notActive} } }`,
} as const;

/** Mutations of the public API. */
export type OperationName = keyof typeof operations;

/** The result of a mutation, of any type. */
export interface MutationResult extends UserErrorAnswer {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly total: number;
  readonly occupied: number;
  readonly state: string;
}

/** The caller; a provider has its organization. */
export interface Sender {
  readonly role: Role;
  readonly organization?: string;
}

/** Sends a mutation with a fresh idempotency key unless the input has one. */
export async function mutate(system: System, name: OperationName, input: object, sender: Sender = { role: 'COORDINATOR' }) {
  const token = await system.token(sender.role, sender.organization);
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const answer = await ask<Record<string, MutationResult>>(system.url, { query: operations[name], variables, token });
  return { answer, result: answer.data?.[name] };
}

/** Withdraws a service from a system that other specs use too. */
export async function withdraw(system: System, id: string): Promise<void> {
  const { service: last } = await system.query<{ service: { version: number } }>('query ($id: ID!) { service(id: $id) { version } }', {
    id,
  });
  const { answer, result } = await mutate(system, 'withdrawService', { id, expectedVersion: last.version });
  if (result?.__typename !== 'Service') throw new Error(answer.body);
}

/** A service in the middle of the Southern Ocean, where no other test looks. */
export const farService = {
  name: 'Test post (end-to-end)',
  description: 'Made by a test.',
  categories: ['LEGAL'],
  locations: [{ latitude: -60.5, longitude: -45.5, country: 'AQ', city: 'Signy', visibility: 'PUBLIC' }],
  languages: ['en'],
  phones: [{ number: '+672 000 111 2222' }],
};
