import type { BrowserContext } from '@playwright/test';

/** Problems in a browser while a spec ran. */
export interface Watched {
  /** Requests to hosts other than the system's, and its OpenID provider's if HAVEN_CONSOLE_IDENTITY names one. */
  readonly foreign: string[];
  /** Violations of the content security policy. */
  readonly violations: string[];
  /** Uncaught errors. */
  readonly errors: string[];
}

/** Watches all pages of a context from their start. */
export async function watch(context: BrowserContext, url: string): Promise<Watched> {
  const watched: Watched = { foreign: [], violations: [], errors: [] };
  const hosts = [url, process.env['HAVEN_CONSOLE_IDENTITY']].filter((one) => one !== undefined).map((one) => new URL(one).host);
  context.on('request', (request) => {
    const asked = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(asked.protocol) && !hosts.includes(asked.host)) watched.foreign.push(asked.host);
  });
  context.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|TrustedHTML/i.test(message.text())) watched.violations.push(message.text());
  });
  context.on('weberror', (error) => {
    const { message } = error.error();
    // When GraphiQL's editor is removed, it rejects its pending work in this way, and nothing catches that.
    if (message !== 'Canceled' || !error.page()?.url().endsWith('/graphiql')) watched.errors.push(message);
  });
  await context.exposeFunction('tellViolation', (text: string) => watched.violations.push(text));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      (globalThis as unknown as { tellViolation(text: string): void }).tellViolation(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  return watched;
}
