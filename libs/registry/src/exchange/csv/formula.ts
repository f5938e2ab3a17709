const dangerous = /^[=+\-@\t\r']/;

/**
 * A cell that no spreadsheet takes for a formula: one apostrophe before what begins like one. Texts that begin with an
 * apostrophe get one too, so that `restoreFormula` is exact for every text.
 */
export function neutraliseFormula(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** Undoes {@link neutraliseFormula}; only for files that say that we wrote them. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
