/** What a browser may do with an answer: show it as what it says to be, and nothing else. A page brings a policy of its own. */
export const pageHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;
