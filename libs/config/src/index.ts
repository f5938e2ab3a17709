/** The environment as one typed value. */
export { SettingsError, readSettings, type Settings } from './settings.js';
/** How the command line reaches the process that has the data directory open. */
export { controlSocketPath, type ControlMessage, type ControlRequest } from './control.js';
/** Issuer and audience of the embedded issuer's tokens. */
export { embeddedTokens } from './token-issuer.js';
/** Makes a directory and those above it. */
export { makeDirectory } from './make-directory.js';
