/** Limits of an import. Everything is read as a stream, so they limit memory and time, not the size of a directory. */
export interface ReadLimits {
  /** Limit for one file, unpacked. */
  readonly fileBytes: number;
  readonly totalBytes: number;
  /** Files in a folder or zip. */
  readonly files: number;
  /** Characters of one CSV row, and of one cell. */
  readonly rowChars: number;
  readonly fieldChars: number;
  /** Characters of one JSON document: one service with all its nested objects. */
  readonly documentChars: number;
  readonly jsonDepth: number;
  /** Ratio of unpacked to packed size of a zip entry above a million bytes. */
  readonly zipRatio: number;
}

const million = 1_000_000;

/** No real directory so far comes near these limits. */
export const defaultLimits: ReadLimits = {
  fileBytes: 4000 * million,
  totalBytes: 16_000 * million,
  files: 10_000,
  rowChars: 2 * million,
  fieldChars: million,
  documentChars: 32 * million,
  jsonDepth: 64,
  zipRatio: 200,
};
