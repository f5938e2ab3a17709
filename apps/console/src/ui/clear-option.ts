/** A text without accents and capitals, which users leave out, for comparison. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
const lower = (text: string): string => text.normalize('NFC').toLowerCase().trim();

/** The only option that the typed text can mean; null if it is ambiguous. */
export function clearOption<One extends { readonly text: string }>(options: readonly One[], typed: string): One | null {
  if (typed.trim() === '') return null;
  // Compares with accents first: Medan is not Médan.
  for (const form of [lower, folded]) {
    const same = options.filter(({ text }) => form(text) === form(typed));
    if (same.length === 1) return same[0]!;
    if (same.length > 1) return null;
  }
  return options.length === 1 ? options[0]! : null;
}
