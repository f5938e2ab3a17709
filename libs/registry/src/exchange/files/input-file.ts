import type { Readable } from 'node:stream';
import type { ReadItem } from '../read-item.js';

/** A file to read. `open` can be called again. */
export interface InputFile {
  /** Path below the given path, with `/`. */
  readonly path: string;
  readonly bytes: number;
  open(): Promise<Readable>;
}

/** A file, or a line about one that will not be read. */
export type FoundFile = InputFile | ReadItem;

/** Whether it is a file to read. */
export const isInputFile = (found: FoundFile): found is InputFile => 'open' in found;
