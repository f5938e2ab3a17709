/** The field so many times, each under its own alias. */
export const again = (count: number, field: string): string => Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');

/** The largest page. */
export const largestPage =
  'services(first: 100) { edges { cursor node { id name hsds organization { id } locations { id } } } totalCount }';

const match = 'match(input: $input) { needs { matches { service { id } } } }';

/** The input of a match for one need, which may find nothing. */
export const input = {
  origin: { point: { latitude: 3.58, longitude: 98.67 } },
  needs: [{ category: 'ACCOMMODATION' }],
  person: { gender: 'WOMAN', age: 30, languages: ['en'] },
};

/** Operations beyond the limits: the reason, the code, the document. */
export const tooMuch: readonly [string, string, string][] = [
  ['the largest page twice', 'COST_EXCEEDED', `{ a: ${largestPage} b: ${largestPage} }`],
  ['one field of 100 services again and again', 'COST_EXCEEDED', `{ services(first: 100) { edges { node { ${again(5, 'hsds')} } } } }`],
  ['25 matches', 'COST_EXCEEDED', `query ($input: MatchInput!) { ${again(25, match)} }`],
  ['51 small queries', 'COST_EXCEEDED', `{ ${again(51, 'me { role }')} }`],
  ['100 pages under other names', 'GRAPHQL_VALIDATION_FAILED', `{ ${again(100, 'services(first: 100) { edges { node { hsds } } }')} }`],
  ['70 matches', 'GRAPHQL_VALIDATION_FAILED', `query ($input: MatchInput!) { ${again(70, match)} }`],
  ['61 fields under other names', 'GRAPHQL_VALIDATION_FAILED', `{ me { ${again(61, 'role')} } }`],
  ['one field 450 times', 'GRAPHQL_VALIDATION_FAILED', `{ ${'me { role } '.repeat(450)} }`],
  ['too many words', 'GRAPHQL_PARSE_FAILED', `{ ${'me { role } '.repeat(500)} }`],
];
