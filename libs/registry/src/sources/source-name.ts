/** The source of what is entered here: its ids are the public ones. */
export const ownSource = 'haven';

const longest = 60;

/** Whether the text can name a source: it becomes the name of a folder, too. */
export const isSourceName = (text: string): boolean => /^[A-Za-z0-9][\w.-]{0,59}$/.test(text);

/** A name of a source that a text stands for; null when nothing is left of it. */
export function sourceNameOf(text: string): string | null {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, longest);
  return isSourceName(plain) ? plain : null;
}
