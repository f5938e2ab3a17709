// Fails if an operation of the schema has no worst case, or one that the schema does not allow. The bench itself runs rarely.
import { mutationCases, queryCases, subscriptionCases } from './cases.mjs';

const ids = (count) => Array.from({ length: count }, (_, n) => `id-${n}`);
const versioned = (count) => ids(count).map((id) => ({ id, version: 1 }));
const world = {
  organizationId: 'o',
  ...{ wide: 'wide', full: 'full', other: 'other', shelters: ids(50), waits: ids(30), reviews: ids(100) },
  ...{ spare: versioned(20), holds: versioned(60), pools: versioned(40) },
  pairs: ids(100).map((id) => [id, `${id}-again`]),
  terms: ids(100).map((name) => ({ kind: 'TERM', name, taxonomy: 't', source: 's' })),
  hour: (n) => new Date(Date.now() + n * 3_600_000).toISOString(),
};
for (const [, make] of [...queryCases(world), ...mutationCases(world), ...subscriptionCases()]) make();
process.exit(0);
