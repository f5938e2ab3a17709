import type { Encoding } from './console-files.js';

/** The smallest encoding that the browser accepts; null: none. */
export function chooseEncoding(accepted: string | undefined, there: readonly Encoding[]): Encoding | null {
  const taken = new Set((accepted ?? '').split(',').filter(isTaken).map(nameOf));
  return (['br', 'gzip'] as const).find((encoding) => taken.has(encoding) && there.includes(encoding)) ?? null;
}

const nameOf = (part: string): string => part.split(';')[0]!.trim().toLowerCase();
const isTaken = (part: string): boolean => !/;\s*q=0(\.0*)?\s*$/.test(part);
