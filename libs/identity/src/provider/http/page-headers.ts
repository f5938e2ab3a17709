import { pagePolicy } from '../../pages/style.js';

/** With each page. Its form must name the origin that it comes from, which `no-referrer` would hide. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy,
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
} as const;
