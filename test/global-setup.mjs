// Starts the demo system that the end-to-end specs share. The harness comes from the build: `npm test` makes it first.
export default async function start() {
  const { startShared } = await import('./dist/harness/shared-system.js');
  await startShared();
}
