/** The environment as one typed value. */
export { SettingsError, readSettings, type Settings } from './settings.js';
