import type { Readable } from 'node:stream';

/** How the bytes of a file are written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Text of a file, or null when it is not text. */
export interface DecodedText {
  readonly encoding: TextEncoding | null;
  readonly chunks: AsyncIterable<string>;
}

/** Tells the encoding from the first bytes. NUL in every other byte is UTF-16 without a mark; NUL elsewhere is no text. */
export function encodingOf(head: Buffer): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  head.forEach((byte, index) => (zeros[index % 2]! += byte === 0 ? 1 : 0));
  const many = head.length * 0.3;
  const [even = 0, odd = 0] = zeros;
  if (odd > many && even < odd / 8) return 'utf-16le';
  if (even > many && odd < even / 8) return 'utf-16be';
  return even + odd > head.length / 2 ? null : 'utf-8';
}

/** Decodes a byte stream. Bytes that are not UTF-8 become U+FFFD; the row tells. A byte order mark is taken off. */
export async function decodeText(bytes: Readable, onBytes: (count: number) => void): Promise<DecodedText> {
  const iterator = bytes[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await iterator.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  const encoding = encodingOf(head.subarray(0, 4096));
  if (encoding === null) bytes.destroy();
  return { encoding, chunks: encoding === null ? nothing() : decoded(bytes, iterator, head, encoding, onBytes) };
}

async function* nothing(): AsyncGenerator<string> {}

async function* decoded(
  bytes: Readable,
  iterator: AsyncIterator<Buffer>,
  head: Buffer,
  encoding: TextEncoding,
  onBytes: (count: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  try {
    for (let chunk: Buffer | null = head; chunk;) {
      onBytes(chunk.length);
      const text = decoder.decode(chunk, { stream: true });
      if (text) yield text;
      const next: IteratorResult<Buffer> = await iterator.next();
      chunk = next.done ? null : next.value;
    }
    const rest = decoder.decode();
    if (rest) yield rest;
  } finally {
    bytes.destroy();
  }
}
