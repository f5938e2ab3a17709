/** What may be logged of an error. */
export interface ErrorNames {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly at?: string;
}

/** What may be logged about an error. Never its message, parameters or detail, which may contain data or a caller's text. */
export function namesOf(error: unknown): ErrorNames {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const at = placeOf(error);
  return {
    name: wordOf(error.name) ?? 'Error',
    ...(wordOf(code) && { code: wordOf(code)! }),
    ...(wordOf(constraint) && { constraint: wordOf(constraint)! }),
    ...(at && { at }),
  };
}

/** A name or code. Anything longer, or with other characters, may be a caller's text. */
export function wordOf(value: unknown): string | undefined {
  return (typeof value === 'string' || typeof value === 'number') && /^[\w.-]{1,60}$/.test(String(value)) ? String(value) : undefined;
}

/** The place of the error. The message precedes it in the stack and may look similar, so this reads only what follows the message. */
export function placeOf({ message, stack = '' }: Pick<Error, 'message' | 'stack'>): string | undefined {
  const start = stack.indexOf(message);
  if (start < 0) return undefined;
  return /^\s+(at .+)$/m.exec(stack.slice(start + message.length))?.[1]?.slice(0, 300);
}
