import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What the console's build says of itself, in `manifest.json` beside the files. */
const manifest = z.object({
  /** Addresses that the page itself answers. */
  paths: z.array(z.string().regex(/^\/[a-z/-]*$/)),
  /** Name, media type, and the forms in which it lies there. */
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

/** The built console. */
export interface ConsoleFiles {
  readonly paths: readonly string[];
  readonly files: readonly ConsoleFile[];
  /** The page, before a deployment's settings are put into it. */
  readonly page: string;
  /** The bytes of a file in one of its forms. */
  read(file: ConsoleFile, encoding: Encoding | null): Promise<Buffer<ArrayBuffer>>;
}

/** How a file may be compressed. */
export type Encoding = ConsoleFile['encodings'][number];

const endings = { br: '.br', gzip: '.gz' } as const;

/** Reads what the build left in a directory; null when nothing was built there. */
export async function readConsoleFiles(directory: URL): Promise<ConsoleFiles | null> {
  const text = await readFile(new URL('manifest.json', directory), 'utf8').catch(() => null);
  if (text === null) return null;
  const { paths, files } = manifest.parse(JSON.parse(text));
  const site = new URL('site/', directory);
  return {
    paths,
    files,
    page: await readFile(new URL('index.html', site), 'utf8'),
    read: ({ name }, encoding) => readFile(new URL(encoding ? `${name}${endings[encoding]}` : name, site)),
  };
}
