// Starts the demo system that the end-to-end specs share. The harness comes from the build: `npm test` makes it first.
import { begin, finish } from '../scripts/jest/background.mjs';

export default function start() {
  globalThis.havenSystemStarted = begin('E2E', async () => {
    // The database suites have made an empty database when they run too.
    await finish('DB');
    const { startShared } = await import('./dist/harness/shared-system.js');
    return startShared(process.env.HAVEN_TEST_TEMPLATE);
  });
}
