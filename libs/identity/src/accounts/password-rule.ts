const shortest = 12;
const longest = 200;
const fewestDifferent = 5;
/** The least length of a password without common words and the digits around it. */
const leastOwn = 6;

/** Parts of the passwords that attackers try first. */
const common =
  /passwor[dt]|passwd|passw0rd|p@ssw[o0]rd|secret|welcome|letmein|iloveyou|changeme|default|admin(istrator)?|login|master|monkey|dragon|sunshine|princess|football|baseball|superman|batman|trustno|shadow|summer|winter|spring|autumn|haven|shelter|hotline|caseworker|provider|coordinator|auditor/g;
const keyboardRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop', '1234567890'];

/** The password as it is hashed, however a keyboard composes its letters. */
export const composed = (password: string): string => password.normalize('NFC');

/** What is wrong with a new password, for the person who chose it; null: nothing. */
export function passwordProblem(password: string, name: string): string | null {
  const letters = [...composed(password)];
  const small = composed(password).toLowerCase();
  if (letters.length < shortest)
    return `Use at least ${shortest} characters. Four or five words that do not belong together are easy to remember.`;
  if (letters.length > longest) return `Use at most ${longest} characters.`;
  if (name !== '' && small.includes(name)) return 'Leave your sign-in name out of the password.';
  if (isMonotonous(small)) return 'This password repeats itself or runs along the keyboard. Use words that do not belong together.';
  if (ownPart(small).length < leastOwn) return 'Attackers try passwords like this one first. Use words that do not belong together.';
  return null;
}

function isMonotonous(small: string): boolean {
  const letters = [...small];
  const steps = letters.slice(1).filter((letter, index) => follows(letters[index]!, letter)).length;
  return new Set(letters).size < fewestDifferent || /^(.{1,6}?)\1+.{0,2}$/u.test(small) || steps > (letters.length - 1) * 0.6;
}

function follows(before: string, letter: string): boolean {
  if (Math.abs(letter.codePointAt(0)! - before.codePointAt(0)!) <= 1) return true;
  return keyboardRows.some((row) => row.includes(before + letter) || row.includes(letter + before));
}

const ownPart = (small: string): string => small.replace(common, '').replace(/^\P{L}+|\P{L}+$/gu, '');
