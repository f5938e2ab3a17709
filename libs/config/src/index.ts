/** The environment as one typed value. */
export { readSettings, type Settings } from './settings.js';
export { readServiceSettings, type ServiceSettings } from './service-settings.js';
export { readKafkaSettings, type KafkaSettings } from './kafka-settings.js';
export { readGatewayConsole, type GatewayConsole } from './gateway-console.js';
export type { ConsoleSettings } from './console-settings.js';
export type { Listening } from './listening.js';
export { SettingsError, type Environment } from './read-variables.js';
/** The protocol between the command line and the process that has the data directory open. */
export type { AccountRequest, ControlMessage, ControlRequest, ReviewedTerm, ReviewRequest, ServiceAccountRequest } from './control.js';
/** Folders for sockets and short-lived files. */
export { makeShortFolder, socketPathMaximum } from './short-folder.js';
/** Issuer and audience of the embedded issuer's tokens. */
export { embeddedTokens } from './token-issuer.js';
/** Makes a directory and its parents. */
export { makeDirectory } from './make-directory.js';
