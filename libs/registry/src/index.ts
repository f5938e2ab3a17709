import { agedAnswers } from '@haven/persistence';
/** The directory in GraphQL. */
export { RegistryModule, type RegistryModuleOptions } from './registry.module.js';
/** Tables whose old rows are deleted. */
export const agedInRegistry = [agedAnswers('registry')];
/** Opens the schemas `registry` and `vault`, and the registry on them. */
export { openRegistryDatabase, registryOn } from './persistence/registry-database.js';
export type { Registry } from './ports.js';
/** Import and export for the `haven` command line. */
export { registryCommands } from './control/commands.js';
/** Loads the items of a reader into the registry and publishes them. */
export { loadDirectory, type LoadOptions, type LoadProgress } from './import/load-directory.js';
export type { ImportLine, ImportSummary, ObjectCounts } from './report/import-report.js';
/** Refuses vault keys that do not fit, and publishes services left waiting by a crash. Call it when the process starts. */
export { resumePublishing } from './publishing/resume-publishing.js';
/** Publishes every service again, after a restore or a loss of the events. */
export { retellServices } from './publishing/retell-services.js';
/** Rewrites the files if they may contain old public data of places that are confidential now. */
export { removeLeftovers } from './persistence/leftovers.js';
/** Seals everything with the newest key. Call it only if all keys fit. */
export { resealVault } from './vault/reseal-vault.js';
/** Reads a directory of services as a stream. */
export { readDirectory } from './exchange/read-directory.js';
