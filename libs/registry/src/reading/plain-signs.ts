import { plainDigit } from '@haven/kernel';

/** The signs of numbers as a keyboard has them: digits of any script, minus signs, spaces of any width, none of zero width. */
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
