import { iso6393 } from 'iso-639-3';

/** Names that publishers use and the ISO table spells another way. */
const otherNames: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  chinese: 'zh',
  cantonese: 'yue',
  farsi: 'fa',
  dari: 'prs',
  'bahasa indonesia': 'id',
  'bahasa melayu': 'ms',
  malay: 'ms',
  bahasa: 'id',
  filipino: 'fil',
  'sign language': 'sgn',
  'american sign language': 'ase',
  asl: 'ase',
  burmese: 'my',
  myanmar: 'my',
  creole: 'ht',
  'haitian creole': 'ht',
  castilian: 'es',
  kurdish: 'ku',
  sorani: 'ckb',
  kurmanji: 'kmr',
  punjabi: 'pa',
  oriya: 'or',
  nepali: 'ne',
  sinhala: 'si',
  sinhalese: 'si',
  khmer: 'km',
  cambodian: 'km',
  lao: 'lo',
  laotian: 'lo',
  'tok pisin': 'tpi',
  tetum: 'tet',
  swahili: 'sw',
  arabic: 'ar',
  hakka: 'hak',
  hokkien: 'nan',
};

const { primarySubtags, namedLanguages } = index();

function index() {
  const subtags = new Map<string, string>();
  const names = new Map<string, string>();
  for (const language of iso6393) {
    const tag = language.iso6391 ?? language.iso6393;
    for (const code of [language.iso6391, language.iso6393, language.iso6392B, language.iso6392T]) if (code) subtags.set(code, tag);
    const name = language.name.replace(/\s*\(.*\)$/, '').toLowerCase();
    if (language.type === 'living' && (language.iso6391 || !names.has(name))) names.set(name, tag);
  }
  for (const collective of ['sgn', 'mul', 'und', 'zxx']) subtags.delete(collective);
  subtags.set('sgn', 'sgn');
  for (const [name, tag] of Object.entries(otherNames)) names.set(name, tag);
  return { primarySubtags: subtags, namedLanguages: names };
}

/** Canonical BCP 47 tag (`khm` → `km`, `PT-br` → `pt-BR`); null when it is malformed or names no known language. */
export function languageTag(text: string): string | null {
  const [primary = '', ...rest] = text.trim().replaceAll('_', '-').split('-');
  const known = primarySubtags.get(primary.toLowerCase());
  if (known === undefined) return null;
  try {
    return Intl.getCanonicalLocales([known, ...rest].join('-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** Tags of an HSDS language: its code, or else the names in its text ("English, Khmer and Thai"). Unknown words are left out. */
export function languagesOf(code: string | null, name: string | null): readonly string[] {
  const byCode = code === null ? null : languageTag(code);
  if (byCode !== null) return [byCode];
  const words = (name ?? code ?? '').split(/[,;/&|]|\band\b/i).map((word) => word.trim().toLowerCase());
  const tags = words.map((word) => namedLanguages.get(word) ?? null).filter((tag) => tag !== null);
  return [...new Set(tags)];
}
