import { plainDigit } from '@haven/kernel';

/**
 * Replaces unusual characters in numbers by those of a keyboard: digits of any script, minus signs, spaces of any width. Removes zero-width
 * characters.
 */
export const plainSigns = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/\p{Cf}/gu, '')
    .replace(/[−–—‐‑﹣]/g, '-')
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/\s+/g, ' ')
    .trim();
