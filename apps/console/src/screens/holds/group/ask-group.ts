import type { Client } from 'urql';
import { problemOf, type Problem } from '../../../app/graph/problem';
import { membersInput } from '../../../app/party/members-input';
import type { GroupParty } from './arrange';
import { partiesOf, questionsOf, type GroupDraft } from './draft';
import { holdGroup, proposeGroup, sheltersFor, type FoundShelter, type GroupAnswer } from './queries';
import { mergeFound, type Candidate } from './shelters';

/** The client, and the language of the reasons. */
export interface Asking {
  readonly client: Client;
  readonly locale: string;
}

/** Thrown when there is no data. */
export class Failed extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}

interface Sent<Data> {
  readonly data?: Data | undefined;
  readonly error?: Parameters<typeof problemOf>[0] | undefined;
}

/** Returns the data, or throws the problem. */
async function answered<Data>(sent: PromiseLike<Sent<Data>>): Promise<Data> {
  const { data, error } = await sent;
  if (data === undefined || data === null) throw new Failed(problemOf(error!));
  return data;
}

/** Finds shelters that would take some of the group, the best first. */
export async function findCandidates({ client }: Asking, draft: GroupDraft): Promise<Candidate[]> {
  const found: Candidate[][] = [];
  // One query at a time: many at once would slow down other users.
  for (const input of questionsOf(draft)) {
    const { match } = await answered(client.query(sheltersFor, { input: input as never }));
    found.push(match.needs.flatMap(({ matches }) => matches.map(candidateOf)));
  }
  return mergeFound(found);
}

/** The parties of a form, without shelters yet. */
export const partiesToPlace = (draft: GroupDraft): GroupParty[] =>
  partiesOf(draft).map(({ id, members }) => ({ id, members, serviceId: null, asks: [], problem: null }));

/** Asks for a plan: a shelter for each party. */
export async function askForPlan({ client, locale }: Asking, parties: readonly GroupParty[], shelters: readonly Candidate[]) {
  const input = {
    parties: parties.map(({ members }) => ({ party: membersInput(members) })),
    serviceIds: shelters.map(({ id }) => id),
  };
  return (await answered(client.query(proposeGroup, { input, locale }))).planGroup;
}

/** Holds beds for all of these parties, or for none. */
export async function askToHold({ client, locale }: Asking, parties: readonly GroupParty[], idempotencyKey: string): Promise<GroupAnswer> {
  const holds = parties.map(({ serviceId, members }) => ({ serviceId: serviceId!, party: membersInput(members) }));
  return (await answered(client.mutation(holdGroup, { input: { idempotencyKey, holds }, locale }))).holdGroup;
}

const candidateOf = ({ service: { id, name }, availability, distance }: FoundShelter): Candidate => ({
  id,
  name,
  free: availability?.free ?? 0,
  meters: distance?.meters ?? null,
});
