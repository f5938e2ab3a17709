import type { System } from '../harness/system.js';
import type { MatchRequest } from './contract-types.js';

const requestsPerCall = 5;

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

/** Asks all requests, several in one call; one list of needs for each. */
export async function askMatches(system: System, requests: readonly MatchRequest[]): Promise<(readonly AnsweredNeed[])[]> {
  const answers: (readonly AnsweredNeed[])[] = [];
  for (let start = 0; start < requests.length; start += requestsPerCall) {
    const part = requests.slice(start, start + requestsPerCall);
    const data = await system.query<Record<string, { needs: readonly AnsweredNeed[] }>>(query(part.length), variables(part));
    answers.push(...part.map((_, index) => data[`m${index}`]!.needs));
  }
  return answers;
}

const query = (count: number): string => {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const fields = indexes.map((index) => `m${index}: match(input: $i${index}) { ...found }`);
  return `query (${indexes.map((index) => `$i${index}: MatchInput!`).join(' ')}) { ${fields.join('\n')} }
    fragment found on MatchReport {
      needs { category considered matches { service { id } location { id } reasons { code } distance { meters precision } } } }`;
};

const variables = (part: readonly MatchRequest[]) => Object.fromEntries(part.map((request, index) => [`i${index}`, request]));
