/**
 * What the console's page may do: run, show and ask what comes from its own address, and nothing else. Scripts have no exception, and
 * no text becomes a script: the one `trusted types` policy only admits the addresses of our own workers. The page with GraphiQL's editor
 * may also write styles and markup, in which scripts are as forbidden as elsewhere; its DOMPurify makes a policy when it is loaded.
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

/** A page may use none of these, nor be reached from a window of another site. */
export const consoleHeaders = {
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  // A window of an identity provider elsewhere must find its way back.
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'cross-origin-resource-policy': 'same-origin',
} as const;
