// What a coordinator has to decide about in a large directory: pairs, missing services, unclear terms and waiting places. And the worst
// cases of the decisions.
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directory } from '../lists/two-sources.mjs';
import { made } from './hard-shelters.mjs';
import { once, said } from './inputs.mjs';

/** So many different terms, each at as many services. */
const terms = 50;
const hidden = { country: 'ID', city: 'Medan', latitude: 3.6, longitude: 98.67, visibility: 'CONFIDENTIAL' };

const withTerm = (id, n) => ({
  eligibility_description: 'Mostly women, as a rule',
  attributes: [
    {
      id: `a-${id}`,
      link_id: id,
      link_entity: 'service',
      value: 'yes',
      taxonomy_term: { id: `t-${n % terms}`, name: `Zorbing ${n % terms}`, description: 'Made up', taxonomy: 'bench' },
    },
  ],
});

/** Places of an organization that enters a confidential place: each waits for a decision. */
const place = (id, n) => ({
  service_at_locations: [
    { id: `at-${id}`, location: { id: `l-${id}`, location_type: 'physical', name: `House ${n}`, latitude: 3 + n / 1_000, longitude: 98 } },
  ],
});
const ofOne = { organization: { id: 'o-careful', name: 'Careful', description: 'Made up' } };

/** The commands in this order; `services`: how many services of both publishers. */
export function commandsToDecide(system, services) {
  const half = Math.floor(services / 2);
  const bring = async (source, all) => {
    const file = join(tmpdir(), `haven-fairness-${process.pid}-${source}.ndjson`);
    await writeFile(file, [...all].map((service) => `${JSON.stringify(service)}\n`).join(''));
    await system.haven('import', file, '--source', source);
    await rm(file);
  };
  const careful = (count) => directory('careful', count, { more: (id, n) => ({ ...ofOne, ...place(id, n) }) });
  return {
    'import of a publisher': () => bring('north', directory('north', half, { more: withTerm })),
    'import of another publisher, half of it the same': () => bring('south', directory('south', half, { more: withTerm })),
    'import without every third service': () => bring('south', directory('south', half, { more: withTerm, without: (n) => n % 3 === 1 })),
    'import of places that wait': async () => {
      await bring('careful', careful(1));
      const organizationId = await organizationOf(system, 'Food 0', 'Careful');
      const service = { name: 'Careful', categories: ['ACCOMMODATION'], locations: [hidden], languages: ['en'] };
      await made(system.ask, 'registerService', 'RegisterServiceInput', { organizationId, service });
      await bring('careful', careful(half));
    },
  };
}

async function organizationOf({ ask }, text, name) {
  const { services } = await ask(
    'query ($text: String!) { services(first: 100, filter: { text: $text }) { edges { node { organization { id name } } } } }',
    {
      text,
    },
  );
  return services.edges.map(({ node }) => node.organization).find((one) => one.name === name).id;
}

/** What waits for a decision, as the lists show it. */
export async function toDecide(ask) {
  const { possiblePairs, unclearTerms, reviewQueue } = await ask(`{
    possiblePairs(first: 100) { edges { node { services { id } } } }
    unclearTerms(first: 100) { kind name taxonomy source }
    reviewQueue(first: 100) { edges { node { id } } }
  }`);
  return {
    pairs: possiblePairs.edges.map(({ node }) => node.services.map(({ id }) => id)),
    terms: unclearTerms,
    reviews: reviewQueue.edges.map(({ node }) => node.id),
  };
}

/** By mutation. */
export const worstDecisions = ({ pairs, terms: unclear, reviews }) => ({
  decideTerm: {
    type: 'DecideTermInput!',
    times: unclear.length,
    input: (i) => once({ ...unclear[i], ...(unclear[i].kind === 'TERM' ? { categories: ['LEGAL'] } : { persons: { groups: ['WOMEN'] } }) }),
    select: said,
  },
  decidePair: {
    type: 'DecidePairInput!',
    times: pairs.length,
    input: (i) => once({ serviceIds: pairs[i], decision: 'MERGE', keepId: pairs[i][0] }),
    select: said,
  },
  resolveMissing: { type: 'ResolveMissingInput!', times: 1, input: () => once({ source: 'south', decision: 'WITHDRAW' }), select: said },
  resolveReview: {
    type: 'ResolveReviewInput!',
    times: reviews.length,
    input: (i) => once({ id: reviews[i], decision: 'PUBLIC' }),
    select: said,
  },
});

/** By query. */
export const worstLists = () => {
  const organization = 'organization { id name }';
  const page = (node) => `{ totalCount edges { cursor node { ${node} } } }`;
  return {
    directoryQuality: {
      select:
        '{ source services active findable missing waitingPlaces unverified withoutCategory withoutHours withoutPersons withoutPhone withoutPosition }',
    },
    missingServices: { args: 'first: 100', select: page(`id name since source ${organization}`) },
    possiblePairs: { args: 'first: 100', select: page(`services { id name source ${organization} }`) },
    reviewQueue: { args: 'first: 100', select: page(`id name city country since source services ${organization}`) },
    termDecisions: { args: 'first: 100', select: page('id kind name taxonomy source categories services waiting decidedBy decidedAt') },
    unclearTerms: { args: 'first: 100', select: '{ id kind name source services lacking examples { id name } }' },
    unmetNeeds: {
      args: () => `from: "${month(-12)}", to: "${month(0)}", groupBy: [CATEGORY, CELL]`,
      select: '{ group asked unmet }',
    },
  };
};

/** The first day of a month, so many months from now. */
const month = (n) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + n, 1)).toISOString();
};
