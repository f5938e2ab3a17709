import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Top of the repository, from the sources and from the build alike. */
export const repositoryDirectory = fileURLToPath(new URL('../../../', import.meta.url));

/** A path below the top of the repository. */
export const inRepository = (...parts: string[]): string => join(repositoryDirectory, ...parts);
