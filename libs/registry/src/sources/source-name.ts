/** The source of everything that people enter here. Its ids are the public ones. */
export const ownSource = 'haven';

const longest = 60;

/** Whether the text can name a source. The name also becomes a folder name. */
export const isSourceName = (text: string): boolean => /^[A-Za-z0-9][\w.-]{0,59}$/.test(text);

/** A source name derived from a text; null if nothing is left of it. */
export function sourceNameOf(text: string): string | null {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, longest);
  return isSourceName(plain) ? plain : null;
}
