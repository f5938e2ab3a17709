const dangerous = /^[=+\-@\t\r']/;

/**
 * The cell in a form that no spreadsheet takes for a formula: an apostrophe goes before a text that looks like one. A text that begins with
 * an apostrophe gets another, so that `restoreFormula` is exact for every text.
 */
export function neutraliseFormula(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** Reverses {@link neutraliseFormula}. Only for files that say that Haven wrote them. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
