import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000).describe('port of the HTTP server, 0 to 65535'),
  HAVEN_HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on'),
  HAVEN_DATA: z.string().min(1).default('./.haven').describe('directory that holds all data'),
  HAVEN_DEMO: flag.default(true).describe('true or false: fill an empty directory with the demo data'),
  HAVEN_VAULT_KEY: z.string().optional().describe('32 bytes in base64'),
  HAVEN_TIE_KEY: z.string().min(1).default('haven').describe('any text; it decides the order among equal matches'),
  HAVEN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn').describe('silent, error, warn, info or debug'),
});

/** What a process of Haven is told by its environment. */
export interface Settings {
  /** TCP port; 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** Directory of the data, as given. */
  readonly dataDirectory: string;
  readonly demo: boolean;
  /** Master key of the vault; undefined: the directory's own key file. */
  readonly vaultKey: string | undefined;
  /** Decides the order among equal matches, the same in every replica. */
  readonly tieKey: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** A variable has a value that cannot be used; `message` names every one of them. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Reads the environment once. Throws {@link SettingsError} that names every bad variable and what it takes. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new SettingsError(explain(parsed.error));
  const { PORT, HAVEN_HOST, HAVEN_DATA, HAVEN_DEMO, HAVEN_VAULT_KEY, HAVEN_TIE_KEY, HAVEN_LOG } = parsed.data;
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

function explain(error: z.ZodError): string {
  const names = [...new Set(error.issues.map(({ path }) => String(path[0])))] as (keyof typeof variables.shape)[];
  return names.map((name) => `${name} must be: ${variables.shape[name].description}.`).join(' ');
}
