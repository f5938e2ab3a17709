import type { BrowserContext } from '@playwright/test';

/** What went wrong in a browser while a spec ran. */
export interface Watched {
  /** Requests to another host than the system's, and its OpenID provider's where HAVEN_CONSOLE_IDENTITY names one. */
  readonly foreign: string[];
  /** What the content security policy forbade. */
  readonly violations: string[];
  /** Errors that no code caught. */
  readonly errors: string[];
}

/** Watches all pages of a context from their beginning. */
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
    // GraphiQL's editor rejects so whatever it still does when it is taken away, and leaves that to nobody.
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
