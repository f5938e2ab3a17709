import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf, type Language } from '../../pages/language.js';
import { pageHeaders } from './page-headers.js';

/** An answer for a person. */
export interface Page {
  readonly status: number;
  readonly show: (language: Language) => string;
  /** Seconds until the next attempt is allowed. */
  readonly retryAfter?: number;
}

/** Sends it in the language of its reader. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: Page, uiLocales?: unknown): void {
  const body = page.show(languageOf(uiLocales, request.headers['accept-language']));
  if (page.retryAfter !== undefined) response.setHeader('retry-after', page.retryAfter);
  response.writeHead(page.status, { ...pageHeaders, 'content-length': Buffer.byteLength(body) }).end(body);
}
