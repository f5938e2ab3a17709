import { isUtf8 } from 'node:buffer';
import { decodeByte } from './single-byte-text.js';

/** Cuts a stream of bytes between UTF-8 characters. */
export class WholeCharacters {
  private rest: Buffer = Buffer.alloc(0);

  /** Returns the characters that are complete so far. */
  push(chunk: Buffer): Buffer {
    const all = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const end = all.length - cutAtEnd(all);
    this.rest = all.subarray(end);
    return all.subarray(0, end);
  }

  /** Returns the bytes of an incomplete character at the end. */
  end(): Buffer {
    return this.rest;
  }
}

/** How many bytes at the end begin a character without finishing it. */
function cutAtEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

/** Length in bytes of the character that begins with this byte; 1 if none does. */
function lengthOf(first: number): number {
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 1;
}

/** A piece of a text: UTF-8 characters, or one invalid byte. */
export type Piece = { readonly start: number; readonly end: number; readonly utf8: boolean };

/** The characters above ASCII, and the bytes between them that are not UTF-8. */
export function* piecesAboveAscii(bytes: Buffer): Generator<Piece> {
  for (let start = 0; start < bytes.length;) {
    if (bytes[start]! < 0x80) {
      start += 1;
      continue;
    }
    const end = start + lengthOf(bytes[start]!);
    const utf8 = end - start > 1 && end <= bytes.length && isUtf8(bytes.subarray(start, end));
    yield { start, end: utf8 ? end : start + 1, utf8 };
    start = utf8 ? end : start + 1;
  }
}

/** UTF-8 in which each invalid byte is read as Windows-1252, so that no letter is lost. */
export function decodeMixed(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, utf8 } of piecesAboveAscii(bytes)) {
    if (utf8) continue;
    parts.push(bytes.toString('utf8', from, start), decodeByte(bytes[start]!, 'windows-1252'));
    from = end;
  }
  return parts.join('') + bytes.toString('utf8', from);
}
