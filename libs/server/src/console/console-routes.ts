import { chooseEncoding } from './choose-encoding.js';
import type { ConsoleFile, ConsoleFiles, ConsolePage } from './console-files.js';
import { consoleHeaders, consolePolicy } from './console-policy.js';
import { blankPage, blankPath, exitHeaders, exitPage, exitPath } from './exit-page.js';

/** A deployment's settings for the console. */
export interface ConsoleSettings {
  /** Target of the quick exit; null: an empty page of Haven. */
  readonly exitPage: string | null;
  /** Minutes without use before the screen locks. */
  readonly lockMinutes: number;
  /** The one public address, without a path; null: any address that reaches it. */
  readonly publicUrl: string | null;
  /** The OpenID provider: a path of this address, or a full address elsewhere. */
  readonly identityProvider: string;
  readonly clientId: string;
  /** Page where coordinators manage accounts; null: elsewhere. */
  readonly accountsPage: string | null;
  /** Whether the directory began as the demo. */
  readonly isDemo: boolean;
  /** `set-cookie` lines that remove the provider's session on this address from a browser. */
  readonly endedCookies: readonly string[];
}

/** The console, ready to serve. */
export interface Console {
  /** null: it was not built, so there is only the quick exit. */
  readonly files: ConsoleFiles | null;
  readonly settings: ConsoleSettings;
}

/** What a browser gets, with status 200. */
export interface ConsoleAnswer {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer<ArrayBuffer>;
}

/** The answer at one address, in an encoding that the browser accepts. */
export type ConsoleRoute = (acceptEncoding: string | undefined) => ConsoleAnswer | Promise<ConsoleAnswer>;

const forEver = 'public, max-age=31536000, immutable';
const html = { 'content-type': 'text/html; charset=utf-8' } as const;

/**
 * Only the console's own addresses and files: an allow-list from its build, so that it never hides GraphQL, the provider, probes or later
 * routes.
 */
export const consoleRoutes = ({ files, settings }: Console): ReadonlyMap<string, ConsoleRoute> =>
  new Map([...(files ? fileRoutes(files, settings) : []), ...exitRoutes(settings)]);

function fileRoutes(files: ConsoleFiles, settings: ConsoleSettings): [string, ConsoleRoute][] {
  const headersOf = (hasEditor: boolean) => ({
    ...consoleHeaders,
    'content-security-policy': consolePolicy(originOf(settings.identityProvider), { hasEditor }),
  });
  const show = ({ html: page, hasEditor }: ConsolePage): ConsoleRoute => {
    const answer = { headers: { ...headersOf(hasEditor), ...html, 'cache-control': 'no-cache' }, body: withSettings(page, settings) };
    return () => answer;
  };
  const common = headersOf(false);
  const send =
    (file: ConsoleFile): ConsoleRoute =>
    async (acceptEncoding) => {
      const encoding = chooseEncoding(acceptEncoding, file.encodings);
      const headers = {
        ...common,
        'content-type': file.type,
        vary: 'accept-encoding',
        'cache-control': file.hashed ? forEver : 'no-cache',
      };
      return { headers: { ...headers, ...(encoding && { 'content-encoding': encoding }) }, body: await files.read(file, encoding) };
    };
  return [
    ...files.pages.flatMap((page) => page.paths.map((path): [string, ConsoleRoute] => [path, show(page)])),
    ...files.files.map((file): [string, ConsoleRoute] => [`/${file.name}`, send(file)]),
  ];
}

function exitRoutes({ exitPage: onward, endedCookies }: ConsoleSettings): [string, ConsoleRoute][] {
  const headers = { ...exitHeaders, ...html, ...(endedCookies.length > 0 && { 'set-cookie': [...endedCookies] }) };
  return [
    [exitPath, () => ({ headers, body: exitPage(onward ?? blankPath) })],
    [blankPath, () => ({ headers: { ...html, 'cache-control': 'no-store' }, body: blankPage })],
  ];
}

/** The page contains the settings, so that the script need not ask before it shows anything. */
function withSettings(page: string, { exitPage: _exit, endedCookies: _cookies, ...settings }: ConsoleSettings): string {
  const told = JSON.stringify(settings);
  return page.replace('data-settings=""', () => `data-settings="${told.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
}

const originOf = (provider: string): string | null => (provider.startsWith('/') ? null : new URL(provider).origin);
