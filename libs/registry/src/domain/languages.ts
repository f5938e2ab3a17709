import { iso6393 } from 'iso-639-3';

const primarySubtags = index();

function index(): ReadonlyMap<string, string> {
  const subtags = new Map<string, string>();
  for (const { iso6391, iso6393: own, iso6392B, iso6392T } of iso6393) {
    for (const code of [iso6391, own, iso6392B, iso6392T]) if (code) subtags.set(code, iso6391 ?? own);
  }
  for (const none of ['mis', 'mul', 'und', 'zxx']) subtags.delete(none);
  subtags.set('sgn', 'sgn');
  return subtags;
}

/** Canonical BCP 47 tag (`khm` → `km`, `PT-br` → `pt-BR`, `iw` → `he`); null when it is malformed or names no known language. */
export function languageTag(text: string): string | null {
  const [primary = '', ...rest] = text.trim().replaceAll('_', '-').split('-');
  const known = primarySubtags.get(primary.toLowerCase()) ?? renewed(primary);
  return known === null ? null : canonical([known, ...rest].join('-'));
}

/** A code that was retired, like `iw` and `mo`. */
function renewed(code: string): string | null {
  const now = canonical(code);
  return now !== null && now !== code.toLowerCase() && primarySubtags.has(now.split('-')[0]!) ? now : null;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
