/** The cursor of an item in a list: an opaque text of its sort key and its id. Clients send it back and do not read it. */
export const writeCursor = (...place: readonly (string | number)[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The sort key and id of a cursor, not yet checked; null: Haven did not make this text. No sort key contains NUL. */
export function readCursor(text: string): readonly unknown[] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(place) && !place.some((part) => String(part).includes('\0')) ? place : null;
  } catch {
    return null;
  }
}
