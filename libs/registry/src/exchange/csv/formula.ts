const dangerous = /^[=+\-@\t\r']/;

/**
 * A cell that no spreadsheet takes for a formula: one apostrophe before a text that looks like one. Texts that begin with an apostrophe get
 * another, so that `restoreFormula` is exact for every text.
 */
export function neutraliseFormula(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** Reverses {@link neutraliseFormula}. Only for files that say that Haven wrote them. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
