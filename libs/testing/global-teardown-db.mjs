// Ends what global-setup-db.mjs started.
export default async function stopDatabases() {
  await globalThis.havenDatabasesStarted;
  await Promise.all((globalThis.havenSharedDatabases ?? []).map((database) => database.close()));
}
