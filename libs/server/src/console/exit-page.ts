/** Where the quick exit is. */
export const exitPath = '/exit';

/** Where the quick exit leads when a deployment names no page: an empty one from here. */
export const blankPath = '/blank';

/** Leaves nothing of the console in the browser. The script of the page does the same by itself when the network is away. */
export const exitHeaders = {
  'clear-site-data': '"cache", "cookies", "storage"',
  'cache-control': 'no-store',
} as const;

/** Goes on at once and replaces this page in the history. Nothing in it says where it came from. */
export const exitPage = (onward: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>New tab</title><meta http-equiv="refresh" content="0;url=${escaped(onward)}"></head><body></body></html>`;

/** An empty page. */
export const blankPage = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>New tab</title></head><body></body></html>';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
