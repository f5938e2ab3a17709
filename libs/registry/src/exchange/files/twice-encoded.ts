import { isAscii, isUtf8 } from 'node:buffer';
import { decodeByte } from './single-byte-text.js';
import { piecesAboveAscii } from './utf8-text.js';

/** The byte of each character of Windows-1252. */
const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [decodeByte(byte, 'windows-1252'), byte] as const),
);

/**
 * Â, Ã, Ä, Å, à and â: the first bytes of Latin letters, quotes and Thai look like these. Another letter may come before two signs by
 * chance.
 */
const telling: ReadonlySet<number> = new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xe0, 0xe2]);

/** Whether all letters of a UTF-8 text were encoded twice: "Ã³" instead of "ó". */
export class TwiceSurvey {
  private run: number[] = [];
  private runs = 0;
  private isTelling = false;
  private isPossible = true;

  /** Takes the next bytes, which must end with a whole character. */
  add(bytes: Buffer): void {
    if (!this.isPossible || bytes.length === 0) return;
    if (isAscii(bytes)) {
      this.endRun();
      return;
    }
    let before = 0;
    for (const { start, end } of piecesAboveAscii(bytes)) {
      if (start !== before) this.endRun();
      const character = bytes.toString('utf8', start, end);
      const byte = byteOf.get(character);
      if (byte === undefined && character !== '\ufeff') this.isPossible = false;
      if (byte !== undefined) this.run.push(byte);
      before = end;
    }
    if (before !== bytes.length) this.endRun();
  }

  isTwice(): boolean {
    this.endRun();
    return this.isPossible && (this.isTelling || this.runs > 2);
  }

  private endRun(): void {
    if (this.run.length === 0) return;
    this.isPossible &&= isUtf8(Buffer.from(this.run));
    this.runs += 1;
    this.isTelling ||= telling.has(this.run[0]!);
    this.run = [];
  }
}

/** Decodes a text that was encoded twice, chunk by chunk; null ends it. */
export function twiceDecoder(): (chunk: Buffer | null) => string {
  const [outer, inner] = [new TextDecoder(), new TextDecoder()];
  return (chunk) => {
    const text = chunk ? outer.decode(chunk, { stream: true }) : outer.decode();
    const bytes = Buffer.from([...text].map((character) => byteOf.get(character) ?? character.codePointAt(0)!));
    return inner.decode(bytes, { stream: chunk !== null });
  };
}
