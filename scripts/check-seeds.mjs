// Every fault and leak that the long suites seed must still find its place in the code. If you move a rule, this tells you in a second,
// rather than at the end of a long run.
import { fileURLToPath } from 'node:url';
import { seeded } from '../test/dist/mutations/product-copy.js';
import { confidentialFaults } from '../test/dist/confidential/faults.js';
import { seededFaults } from '../test/dist/mutations/seeded-faults.js';
import { smallPages } from '../test/dist/mutations/small-pages.js';
import { keptOpen, leaksTogether } from '../test/dist/twin/leaks/exact-leaks.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const leaks = leaksTogether.flat().flatMap(({ faults }) => faults);
const together = [
  ...Object.entries({ ...seededFaults, ...confidentialFaults }).map(([name, fault]) => [{ name, ...fault }]),
  [keptOpen, ...leaks],
  [smallPages],
];
const lost = [];
for (const faults of together) await seeded(root, faults).catch((problem) => lost.push(problem.message));
if (lost.length > 0) throw new Error(lost.join('\n'));
console.log(`${together.length - 2} faults and ${leaks.length} places of leaks can be seeded.`);
