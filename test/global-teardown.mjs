import { forget } from '../scripts/jest/background.mjs';

export default async function stop() {
  await globalThis.havenSystemStarted;
  await forget('E2E');
  const { stopShared } = await import('./dist/harness/shared-system.js');
  await stopShared();
}
