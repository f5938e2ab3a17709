import TestSequencer from '@jest/test-sequencer';

/** Those that need no set-up come first, and the databases are there sooner than the systems. */
const order = ['unit', 'db', 'e2e'];
const placeOf = ({ context }) => order.indexOf(context.config.displayName.name);

/** Within a project as Jest orders them. */
export default class BySetUp extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => placeOf(a) - placeOf(b));
  }
}
