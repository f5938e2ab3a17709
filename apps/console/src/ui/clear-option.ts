/** A text as it is compared: people leave out accents and capitals. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
const lower = (text: string): string => text.normalize('NFC').toLowerCase().trim();

/** The one option that somebody must mean who typed this; null where it could be another one. */
export function clearOption<One extends { readonly text: string }>(options: readonly One[], typed: string): One | null {
  if (typed.trim() === '') return null;
  // With its accents a name is another one: Medan is not Médan.
  for (const form of [lower, folded]) {
    const same = options.filter(({ text }) => form(text) === form(typed));
    if (same.length === 1) return same[0]!;
    if (same.length > 1) return null;
  }
  return options.length === 1 ? options[0]! : null;
}
