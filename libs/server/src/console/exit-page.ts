/** Where the quick exit is. */
export const exitPath = '/exit';

/** Default target of the quick exit: an empty page of Haven. */
export const blankPath = '/blank';

/** Deletes everything of the console from the browser. The script of the page does the same itself when the network is away. */
export const exitHeaders = {
  'clear-site-data': '"cache", "cookies", "storage"',
  'cache-control': 'no-store',
} as const;

/** Redirects at once and replaces this page in the history. Nothing in it says where it came from. */
export const exitPage = (onward: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>New tab</title><meta http-equiv="refresh" content="0;url=${escaped(onward)}"></head><body></body></html>`;

/** An empty page. */
export const blankPage = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>New tab</title></head><body></body></html>';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
