import type Provider from 'oidc-provider';
import { cookieNames } from './http/cookies.js';

const signature = `${cookieNames.session}.sig=`;

/**
 * Lets a page of ours end the session in its browser without network: it may delete the signature, and without that a session counts for
 * nothing. A script that reads the signature can open nothing with it, since the session itself stays out of its sight.
 */
export function letPagesEndSession(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    const lines = [ctx.res.getHeader('set-cookie') ?? []].flat().map(String);
    if (lines.length > 0) ctx.res.setHeader('set-cookie', lines.map(inSight));
  });
}

const inSight = (line: string): string => (line.startsWith(signature) ? line.replace(/; httponly/i, '') : line);
