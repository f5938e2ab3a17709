import { open, readFile, stat } from 'node:fs/promises';

/** The position at which the next line will be written. */
export const endOfLog = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Whether the part of the log after `from` contains the text. */
export async function logHas(path: string, from: number, text: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read({ buffer: Buffer.alloc(Math.max(0, size - from)), position: from });
    return buffer.includes(text);
  } finally {
    await file.close();
  }
}

/** The last line of a program, for the message about its end. */
export async function lastLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
}
