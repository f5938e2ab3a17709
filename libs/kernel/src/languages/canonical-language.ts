import { allLanguages } from './all-languages.js';
import { someSignLanguage } from './sign-languages.js';

const primarySubtags = index();

function index(): ReadonlyMap<string, string> {
  const subtags = new Map<string, string>();
  for (const { iso6391, iso6393: own, iso6392B, iso6392T } of allLanguages) {
    for (const code of [iso6391, own, iso6392B, iso6392T]) if (code) subtags.set(code, iso6391 ?? own);
  }
  for (const none of ['mis', 'mul', 'und', 'zxx']) subtags.delete(none);
  subtags.set(someSignLanguage, someSignLanguage);
  return subtags;
}

/**
 * The canonical form of a BCP 47 tag (`khm` → `km`, `PT-br` → `pt-BR`, `iw` → `he`); null if it is malformed or names no known language.
 */
export function canonicalLanguage(tag: string): string | null {
  const [primary = '', ...rest] = tag.split('-');
  // `zh-yue`: a member of a language family, which counts as its own language.
  if (families.has(primary.toLowerCase()) && /^[a-z]{3}$/i.test(rest[0] ?? '')) return canonicalLanguage(rest.join('-'));
  const known = primarySubtags.get(primary.toLowerCase()) ?? renewed(primary);
  return known === null ? null : canonical([known, ...rest].join('-'));
}

const families: ReadonlySet<string> = new Set(['zh', 'ar', 'sgn', 'ms', 'sw']);

/** A retired code, like `iw` and `mo`. */
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
