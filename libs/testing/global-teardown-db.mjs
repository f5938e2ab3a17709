// Ends what global-setup-db.mjs started.
import { forget } from '../../scripts/jest/background.mjs';
import { dropTemplateDatabase } from './template-database.mjs';

export default async function stopDatabases() {
  await globalThis.havenDatabasesStarted;
  await forget('DB');
  await Promise.all((globalThis.havenSharedDatabases ?? []).map((database) => database.close()));
  await dropTemplateDatabase();
}
