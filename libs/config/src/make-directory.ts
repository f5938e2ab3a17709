import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Makes a directory and its parents, private to the user. Node's own recursive mkdir never ends below /proc. */
export async function makeDirectory(path: string): Promise<void> {
  const full = resolve(path);
  try {
    await mkdir(full, { mode: 0o700 });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(full) === full) throw error;
    await makeDirectory(dirname(full));
    await mkdir(full, { mode: 0o700 });
  }
}
