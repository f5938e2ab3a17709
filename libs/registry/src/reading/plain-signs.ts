import { plainDigit } from '@haven/kernel';

/** Replaces number characters by those of a keyboard: digits of any script, minus signs, spaces of any width; removes zero-width ones. */
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
