/**
 * What the console's page may do: run, show and request content from its own address, and nothing else. There is no exception for scripts,
 * and no text becomes a script: the only `trusted types` policy admits just the addresses of the console's workers. The page with
 * GraphiQL's editor may also write styles and markup, in which scripts are forbidden, too; its DOMPurify creates a policy when it loads.
 */
export function consolePolicy(identityProvider: string | null, { hasEditor }: { readonly hasEditor: boolean }): string {
  const ask = identityProvider === null ? "'self'" : `'self' ${identityProvider}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    hasEditor ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src ${ask}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    hasEditor ? 'trusted-types default dompurify' : 'trusted-types default',
  ].join('; ');
}

/** Pages may use none of these, and no window of another site may reach them. */
export const consoleHeaders = {
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  // The window of an external identity provider must find its way back.
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'cross-origin-resource-policy': 'same-origin',
} as const;
