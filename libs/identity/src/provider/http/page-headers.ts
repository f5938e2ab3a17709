import { pagePolicy } from '../../pages/style.js';

/** Sent with each page. Its form must name its origin, which `no-referrer` would hide. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy,
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
} as const;
