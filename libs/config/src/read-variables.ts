import type { z } from 'zod';

/** A variable has an invalid value; `message` names every such variable. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The environment of a process: variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the variables of the shape; an empty text counts as not set. Throws {@link SettingsError}, which names every bad one. */
export function readVariables<S extends z.ZodObject>(shape: S, environment: Environment): z.infer<S> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw new SettingsError(explain(shape, parsed.error));
  return parsed.data;
}

function explain(shape: z.ZodObject, error: z.ZodError): string {
  const names = [...new Set(error.issues.map(({ path }) => String(path[0])))];
  return names.map((name) => `${name} must be: ${(shape.shape[name] as z.ZodType).description}.`).join(' ');
}
