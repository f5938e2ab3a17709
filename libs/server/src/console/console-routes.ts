import { chooseEncoding } from './choose-encoding.js';
import type { ConsoleFile, ConsoleFiles, ConsolePage } from './console-files.js';
import { consoleHeaders, consolePolicy } from './console-policy.js';
import { blankPage, blankPath, exitHeaders, exitPage, exitPath } from './exit-page.js';

/** What a deployment decides about the console. */
export interface ConsoleSettings {
  /** Where the quick exit leads; null: an empty page of ours. */
  readonly exitPage: string | null;
  /** Minutes without use after which the screen is locked. */
  readonly lockMinutes: number;
  /** The one address where people use it, without a path; null: wherever they reach it. */
  readonly publicUrl: string | null;
  /** The OpenID provider: a path of this address, or a whole address elsewhere. */
  readonly identityProvider: string;
  readonly clientId: string;
  /** Where coordinators manage accounts; null: elsewhere. */
  readonly accountsPage: string | null;
  /** Whether the directory began as the demo. */
  readonly isDemo: boolean;
  /** `set-cookie` lines that take a provider's session on this address out of a browser. */
  readonly endedCookies: readonly string[];
}

/** The console, ready to be served. */
export interface Console {
  /** null: it was not built, so that there is the quick exit alone. */
  readonly files: ConsoleFiles | null;
  readonly settings: ConsoleSettings;
}

/** What a browser gets, with status 200. */
export interface ConsoleAnswer {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer<ArrayBuffer>;
}

/** The answer at one address, in a form that the browser takes. */
export type ConsoleRoute = (acceptEncoding: string | undefined) => ConsoleAnswer | Promise<ConsoleAnswer>;

const forEver = 'public, max-age=31536000, immutable';
const html = { 'content-type': 'text/html; charset=utf-8' } as const;

/**
 * The console's own addresses and files and no other: an allow-list from its build, so that it can never stand in front of the
 * graph, the provider, probes or what comes later.
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

/** The page carries what the script needs to know, so that it need not ask before it can show anything. */
function withSettings(page: string, { exitPage: _exit, endedCookies: _cookies, ...settings }: ConsoleSettings): string {
  const told = JSON.stringify(settings);
  return page.replace('data-settings=""', () => `data-settings="${told.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
}

const originOf = (provider: string): string | null => (provider.startsWith('/') ? null : new URL(provider).origin);
