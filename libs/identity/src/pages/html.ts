/** Text that is already HTML. */
export class Html {
  constructor(readonly text: string) {}
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** Builds HTML. It escapes the values, unless they are HTML already; null leaves nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | null)[]): Html {
  const shown = (value: string | Html | null | undefined): string => (value instanceof Html ? value.text : escape(value ?? ''));
  return new Html(parts.map((part, index) => part + shown(values[index])).join(''));
}
