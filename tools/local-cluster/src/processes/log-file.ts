import { open, readFile, stat } from 'node:fs/promises';

/** Where the next line will be written. */
export const endOfLog = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Whether the text stands in the part of the log after `from`. */
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

/** What a program said last, for the line that tells of its end. */
export async function lastLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
}
