import { err, ok, type Result } from '@haven/kernel';

/** Prefix of the demo accounts' names. No other name begins with it. */
export const demoPrefix = 'demo-';

const form = /^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/;

/** A sign-in name as it is stored and compared: lower case, without space around it. */
export const foldedName = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Reads a new sign-in name. The error is for the person who chose it. */
export function readName(text: string): Result<string, string> {
  const name = foldedName(text);
  if (!form.test(name))
    return err(
      'A sign-in name has 3 to 40 letters a to z, digits, dots, dashes and underscores, and begins and ends with a letter or digit. Use no e-mail address.',
    );
  if (name.startsWith(demoPrefix)) return err(`Names that begin with ${demoPrefix} belong to the demo. Choose another name.`);
  return ok(name);
}
