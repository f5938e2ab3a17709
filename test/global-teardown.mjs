export default async function stop() {
  await globalThis.havenSystemStarted;
  const { stopShared } = await import('./dist/harness/shared-system.js');
  await stopShared();
}
