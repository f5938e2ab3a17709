type Values = Readonly<Record<string, string | number>>;

const [rightToLeft, asItBegins, end] = ['\u2067', '\u2068', '\u2069'];

/**
 * In a text from right to left a name or number from left to right would pull what is beside it to its own side: marks keep them apart,
 * as the server's reasons have them. A value that was itself put together like that is a text of the language, and goes in its direction:
 * how it begins does not tell, since marks hide that.
 */
export function keptApart(direction: 'ltr' | 'rtl', values: Values = {}): Record<string, string | number> {
  if (direction === 'ltr') return { ...values };
  const apart = (value: string | number) =>
    typeof value === 'string' ? `${value.includes(asItBegins!) ? rightToLeft : asItBegins}${value}${end}` : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, apart(value)]));
}
