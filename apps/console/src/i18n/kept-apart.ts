type Values = Readonly<Record<string, string | number>>;

const [rightToLeft, asItBegins, end] = ['\u2067', '\u2068', '\u2069'];

/**
 * In a right-to-left text, a left-to-right name or number would reorder the text beside it: marks isolate such values, as in the server's
 * reasons. A value that already contains marks is text of the language and takes its direction: the marks hide its first letter.
 */
export function keptApart(direction: 'ltr' | 'rtl', values: Values = {}): Record<string, string | number> {
  if (direction === 'ltr') return { ...values };
  const apart = (value: string | number) =>
    typeof value === 'string' ? `${value.includes(asItBegins!) ? rightToLeft : asItBegins}${value}${end}` : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, apart(value)]));
}
