import { z } from 'zod';
import { consoleSettings, consoleVariables, type ConsoleSettings } from './console-settings.js';
import { publicUrl } from './public-url.js';
import { readVariables, type Environment } from './read-variables.js';

const variables = z.object({
  HAVEN_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address of the OpenID provider where people sign in, as its tokens name it'),
  HAVEN_CONSOLE_CLIENT: z.string().min(1).default('haven-console').describe('what the console is called at the OpenID provider'),
  HAVEN_PUBLIC_URL: publicUrl,
  ...consoleVariables,
});

/** Settings of a process that serves the console but not the provider. */
export interface GatewayConsole extends ConsoleSettings {
  readonly publicUrl: string | null;
  readonly identityProvider: string;
  readonly clientId: string;
}

/** Reads whether the gateway serves the console. Null: the environment names no place to sign in. Throws {@link SettingsError}. */
export function readGatewayConsole(environment: Environment): GatewayConsole | null {
  const given = readVariables(variables, environment);
  if (given.HAVEN_ISSUER === undefined) return null;
  return {
    ...consoleSettings(given),
    publicUrl: given.HAVEN_PUBLIC_URL ?? null,
    identityProvider: given.HAVEN_ISSUER,
    clientId: given.HAVEN_CONSOLE_CLIENT,
  };
}
