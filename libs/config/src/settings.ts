import type { BurdenWeights } from '@haven/kernel';
import { z } from 'zod';
import { burden } from './burden.js';
import { caseReference } from './case-reference.js';
import { consoleSettings, consoleVariables, type ConsoleSettings } from './console-settings.js';
import { flag, listening, type Listening } from './listening.js';
import { publicUrl } from './public-url.js';
import { readVariables, type Environment } from './read-variables.js';

const variables = z.object({
  ...listening(4000),
  HAVEN_PUBLIC_URL: publicUrl,
  HAVEN_DATA: z.string().min(1).default('./.haven').describe('directory that holds all data'),
  HAVEN_DEMO: flag.default(true).describe('true or false: fill an empty directory with the demo data'),
  HAVEN_VAULT_KEY: z.string().optional().describe('32 bytes in base64'),
  HAVEN_TIE_KEY: z.string().min(1).default('haven').describe('any text; it decides the order among equal matches'),
  HAVEN_BURDEN: burden,
  HAVEN_CASE_REFERENCE: caseReference,
  HAVEN_SECOND_FACTOR: z
    .enum(['required', 'optional'])
    .default('optional')
    .describe('required or optional: whether everybody needs a code of an authenticator app to sign in'),
  ...consoleVariables,
});

/** Settings of a process of Haven, from its environment. */
export interface Settings extends Listening {
  /** Address at which browsers reach this process, without a path. */
  readonly publicUrl: string;
  /** Directory of the data, as given. */
  readonly dataDirectory: string;
  readonly demo: boolean;
  /** Master key of the vault; undefined: the directory's own key file. */
  readonly vaultKey: string | undefined;
  /** Decides the order among equal matches, the same in every replica. */
  readonly tieKey: string;
  /** The cost of each drawback of a match, in kilometres. */
  readonly burdenWeights: BurdenWeights;
  /** The form of the case references of the deployment's own system; undefined: it has none. */
  readonly caseReference: string | undefined;
  /** Whether everybody needs a second factor to sign in. */
  readonly secondFactorRequired: boolean;
  readonly console: ConsoleSettings;
}

/** Reads the environment once. Throws {@link SettingsError}, which names every bad variable and its allowed values. */
export function readSettings(environment: Environment): Settings {
  const given = readVariables(variables, environment);
  return {
    port: given.PORT,
    host: given.HAVEN_HOST,
    publicUrl: given.HAVEN_PUBLIC_URL ?? new URL(`http://localhost:${given.PORT}`).origin,
    dataDirectory: given.HAVEN_DATA,
    demo: given.HAVEN_DEMO,
    vaultKey: given.HAVEN_VAULT_KEY,
    tieKey: given.HAVEN_TIE_KEY,
    burdenWeights: given.HAVEN_BURDEN,
    caseReference: given.HAVEN_CASE_REFERENCE,
    secondFactorRequired: given.HAVEN_SECOND_FACTOR === 'required',
    console: consoleSettings(given),
    logLevel: given.HAVEN_LOG,
    sharePerSecond: given.HAVEN_SHARE,
  };
}
