/** What may be logged of an error. */
export interface ErrorNames {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly at?: string;
}

/** What may be logged of an error: never its message, parameters or detail, which may hold data or a caller's text. */
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

/** A name or code; anything longer or with other signs may be somebody's text. */
export function wordOf(value: unknown): string | undefined {
  return (typeof value === 'string' || typeof value === 'number') && /^[\w.-]{1,60}$/.test(String(value)) ? String(value) : undefined;
}

/** Where it happened. The message stands before that in the stack and may look the same, so what comes after it is read. */
export function placeOf({ message, stack = '' }: Pick<Error, 'message' | 'stack'>): string | undefined {
  const start = stack.indexOf(message);
  if (start < 0) return undefined;
  return /^\s+(at .+)$/m.exec(stack.slice(start + message.length))?.[1]?.slice(0, 300);
}
