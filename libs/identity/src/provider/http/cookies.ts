import { providerPath } from './addresses.js';

/** Names of the cookies: of a session, of an unfinished sign-in, and of its way back. */
export const cookieNames = { session: 'haven-session', interaction: 'haven-sign-in', resume: 'haven-sign-in-back' } as const;

/** What every cookie has. */
export const cookieRules = (publicUrl: string) =>
  ({ signed: true, httpOnly: true, sameSite: 'strict', secure: publicUrl.startsWith('https:') }) as const;

/** `set-cookie` lines that remove a session, even from a browser that does not support `Clear-Site-Data`. */
export const endedSession = (publicUrl: string): string[] => ended(cookieNames.session, providerPath, publicUrl);

/** The same for a finished sign-in. oidc-provider leaves its cookie until it expires. */
export const endedSignIn = (path: string, publicUrl: string): string[] => ended(cookieNames.interaction, path, publicUrl);

const ended = (name: string, path: string, publicUrl: string): string[] => {
  const rules = `path=${path}; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly; samesite=strict`;
  return [name, `${name}.sig`].map((cookie) => `${cookie}=; ${rules}${cookieRules(publicUrl).secure ? '; secure' : ''}`);
};
