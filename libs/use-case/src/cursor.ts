/** Opaque text of a place in a list, by what orders it and its id. Who gets it passes it on and need not read it. */
export const writeCursor = (...place: readonly (string | number)[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor names, whose parts are still to be checked; null: it is no text of ours. No list has a NUL. */
export function readCursor(text: string): readonly unknown[] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(place) && !place.some((part) => String(part).includes('\0')) ? place : null;
  } catch {
    return null;
  }
}
