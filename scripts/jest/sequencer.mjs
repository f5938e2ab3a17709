import TestSequencer from '@jest/test-sequencer';

/** Specs without set-up come first, and the databases are ready sooner than the systems. */
const order = ['unit', 'db', 'e2e'];
const placeOf = ({ context }) => order.indexOf(context.config.displayName.name);

/** Long suites, the longest first: if one started last, the other workers would sit idle. Jest knows durations only from its cache. */
const long = [
  'start/two-processes.spec.ts',
  'reference/reference.spec.ts',
  'start/raw-files.spec.ts',
  'accounts/accounts.spec.ts',
  'reference/somewhere.spec.ts',
  'limits/slow-clients.spec.ts',
  'sign-in/attacks.spec.ts',
  'errors/precedence.spec.ts',
  'import/load-directory.db.spec.ts',
  'sources/copies.db.spec.ts',
  'local/event-bus.db.spec.ts',
  'control/commands.db.spec.ts',
  'confidentiality/tags-elsewhere.db.spec.ts',
  'outbox/relay.db.spec.ts',
  'plan/find-plan.spec.ts',
];
const lengthOf = ({ path }) => {
  const place = long.findIndex((end) => path.endsWith(end));
  return place === -1 ? long.length : place;
};

/** Within a project the long ones come first, then Jest's order. */
export default class BySetUp extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => placeOf(a) - placeOf(b) || lengthOf(a) - lengthOf(b));
  }
}
