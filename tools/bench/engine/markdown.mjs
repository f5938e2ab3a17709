/** A Markdown table. */
export const table = (head, align, rows) => [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
