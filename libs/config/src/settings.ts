import { z } from 'zod';
import { flag, listening, type Listening } from './listening.js';
import { readVariables, type Environment } from './read-variables.js';

const variables = z.object({
  ...listening(4000),
  HAVEN_DATA: z.string().min(1).default('./.haven').describe('directory that holds all data'),
  HAVEN_DEMO: flag.default(true).describe('true or false: fill an empty directory with the demo data'),
  HAVEN_VAULT_KEY: z.string().optional().describe('32 bytes in base64'),
  HAVEN_TIE_KEY: z.string().min(1).default('haven').describe('any text; it decides the order among equal matches'),
});

/** What a process of Haven is told by its environment. */
export interface Settings extends Listening {
  /** Directory of the data, as given. */
  readonly dataDirectory: string;
  readonly demo: boolean;
  /** Master key of the vault; undefined: the directory's own key file. */
  readonly vaultKey: string | undefined;
  /** Decides the order among equal matches, the same in every replica. */
  readonly tieKey: string;
}

/** Reads the environment once. Throws {@link SettingsError} that names every bad variable and what it takes. */
export function readSettings(environment: Environment): Settings {
  const { PORT, HAVEN_HOST, HAVEN_DATA, HAVEN_DEMO, HAVEN_VAULT_KEY, HAVEN_TIE_KEY, HAVEN_LOG } = readVariables(variables, environment);
  return {
    port: PORT,
    host: HAVEN_HOST,
    dataDirectory: HAVEN_DATA,
    demo: HAVEN_DEMO,
    vaultKey: HAVEN_VAULT_KEY,
    tieKey: HAVEN_TIE_KEY,
    logLevel: HAVEN_LOG,
  };
}
