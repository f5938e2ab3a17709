import { plainSigns } from './plain-signs.js';

/** The number in a text, in any notation; null if there is none, or if it could be two numbers. */
export function readNumber(text: string): number | null {
  const plain = unquoted(plainSigns(text));
  return decimal(plain) ?? grouped(plain) ?? withComma(plain);
}

/** `"34.5"`, and `'34.5` with the quote by which spreadsheets force text. */
export const unquoted = (text: string): string =>
  text
    .replace(/^(["'])(.*)\1$|^“(.*)”$/, '$2$3')
    .replace(/^'(?=[\d+.-])/, '')
    .trim();

/** A number with a decimal point. */
export function decimal(text: string): number | null {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** "1 234 567", "1'234.5", "1.234,5": groups of three with one separator, and another before the decimals. */
function grouped(text: string): number | null {
  const [, whole, group, decimals = ''] = /^([+-]?\d{1,3}(?:([ ',.])\d{3})(?:\2\d{3})*)([.,]\d+)?$/.exec(text) ?? [];
  if (whole === undefined || decimals.startsWith(group!)) return null;
  const isSure = decimals !== '' || group === ' ' || group === "'" || whole.split(group!).length > 2;
  return isSure ? decimal(whole.replaceAll(group!, '') + decimals.replace(',', '.')) : null;
}

/** "17,5". With three digits after the comma it could mean thousands. */
const withComma = (text: string): number | null => (/,\d{3}$/.test(text) ? null : decimal(text.replace(/^([+-]?\d+),(\d+)$/, '$1.$2')));
