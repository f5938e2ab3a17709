import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { languageOf, type Language } from '../../pages/language.js';
import { failedPage, signedOutPage, signOutPage } from '../../pages/pages.js';
import { pageHeaders } from './page-headers.js';

function show(ctx: KoaContextWithOIDC, page: (language: Language) => string): void {
  ctx.type = 'html';
  for (const [name, value] of Object.entries(pageHeaders)) ctx.set(name, value);
  ctx.body = page(languageOf(ctx.oidc?.params?.ui_locales, ctx.get('accept-language')));
}

/** The pages that oidc-provider itself shows. */
export const pageSources = {
  askToSignOut: (ctx: KoaContextWithOIDC): void => {
    const { secret } = (ctx.oidc.session as unknown as { state: { secret: string } }).state;
    show(ctx, (language) => signOutPage(language, ctx.oidc.urlFor('end_session_confirm'), secret));
  },
  signedOut: (ctx: KoaContextWithOIDC): void => show(ctx, signedOutPage),
  /** The details are for the developer of a client, who reads JSON. */
  renderError: (ctx: KoaContextWithOIDC, _out: ErrorOut): void => show(ctx, failedPage),
};
