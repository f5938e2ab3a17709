import type { System } from '../harness/system.js';
import type { MatchRequest } from './contract-types.js';

/** What `match` says about one need, as far as the reference compares it. */
export interface AnsweredNeed {
  readonly category: string;
  readonly considered: number;
  readonly matches: readonly {
    readonly service: { readonly id: string };
    readonly location: { readonly id: string } | null;
    readonly reasons: readonly { readonly code: string }[];
    readonly distance: { readonly meters: number; readonly precision: string } | null;
  }[];
}

/** Asks all requests, one after the other; one list of needs for each. */
export async function askMatches(system: System, requests: readonly MatchRequest[]): Promise<(readonly AnsweredNeed[])[]> {
  const answers: (readonly AnsweredNeed[])[] = [];
  for (const input of requests) {
    const { match } = await system.query<{ match: { needs: readonly AnsweredNeed[] } }>(query, { input });
    answers.push(match.needs);
  }
  return answers;
}

const query = `query ($input: MatchInput!) { match(input: $input) {
  needs { category considered matches { service { id } location { id } reasons { code } distance { meters precision } } } } }`;
