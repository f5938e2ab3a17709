export default async function stop() {
  const { stopShared } = await import('./dist/harness/shared-system.js');
  await stopShared();
}
