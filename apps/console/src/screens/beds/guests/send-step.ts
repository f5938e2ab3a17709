import type { Client } from 'urql';
import { problemOf } from '../../../app/graph/problem';
import { acceptGuests, declineGuests, guestsArrived, guestsLeft } from '../queries';
import type { Step, StepOutcome } from './steps';

const mutations = { accept: acceptGuests, decline: declineGuests, arrived: guestsArrived, left: guestsLeft } as const;

/** Sends a step to the server. */
export async function sendStep(
  client: Client,
  { key: idempotencyKey, stayId: holdId, version: expectedVersion, verb }: Step,
): Promise<StepOutcome> {
  const { data, error } = await client.mutation(mutations[verb], { input: { idempotencyKey, holdId, expectedVersion } }).toPromise();
  if (!data) return ['denied', 'input'].includes(problemOf(error!).kind) ? 'changed' : 'unknown';
  const [answer] = Object.values(data as Record<string, { readonly __typename: string }>);
  return answer?.__typename === 'Hold' ? 'taken' : 'changed';
}
