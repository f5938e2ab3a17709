import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What the console's build writes into `manifest.json`. */
const manifest = z.object({
  /** Pages, and the addresses that each answers. */
  pages: z.array(
    z.object({
      file: z.string().regex(/^[a-z]+\.html$/),
      paths: z.array(z.string().regex(/^\/[a-z/-]*$/)),
      /** It contains GraphiQL's editor, which writes its own styles and markup. */
      hasEditor: z.boolean(),
    }),
  ),
  /** Name, media type, and available encodings. */
  files: z.array(
    z.object({
      name: z.string().regex(/^[\w-][\w./-]*$/),
      type: z.string(),
      /** Its name changes with its content. */
      hashed: z.boolean(),
      encodings: z.array(z.enum(['br', 'gzip'])),
    }),
  ),
});

/** One file of the console. */
export type ConsoleFile = z.infer<typeof manifest>['files'][number];

/** One page, before a deployment's settings are inserted. */
export interface ConsolePage {
  readonly paths: readonly string[];
  readonly hasEditor: boolean;
  readonly html: string;
}

/** The built console. */
export interface ConsoleFiles {
  readonly pages: readonly ConsolePage[];
  readonly files: readonly ConsoleFile[];
  /** The bytes of a file in one encoding. */
  read(file: ConsoleFile, encoding: Encoding | null): Promise<Buffer<ArrayBuffer>>;
}

/** How a file may be compressed. */
export type Encoding = ConsoleFile['encodings'][number];

const endings = { br: '.br', gzip: '.gz' } as const;

/** Reads the build output of a directory; null if there is none. */
export async function readConsoleFiles(directory: URL): Promise<ConsoleFiles | null> {
  const text = await readFile(new URL('manifest.json', directory), 'utf8').catch(() => null);
  if (text === null) return null;
  const { pages, files } = manifest.parse(JSON.parse(text));
  const site = new URL('site/', directory);
  const read = async ({ file, ...page }: (typeof pages)[number]) => ({ ...page, html: await readFile(new URL(file, site), 'utf8') });
  return {
    pages: await Promise.all(pages.map(read)),
    files,
    read: ({ name }, encoding) => readFile(new URL(encoding ? `${name}${endings[encoding]}` : name, site)),
  };
}
