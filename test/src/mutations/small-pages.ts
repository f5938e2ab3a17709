import type { Fault } from './product-copy.js';

/** Pages so small that even the demo directory needs several: with the real sizes no test would see how a walk continues. */
export const smallPages: Fault = {
  name: 'pages are small',
  file: 'libs/matching/src/walk/walk.ts',
  find: '{ ALL: 240, OPEN: 96 }',
  replace: '{ ALL: 12, OPEN: 4 }',
};
