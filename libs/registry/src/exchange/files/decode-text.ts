import { isAscii, isUtf8 } from 'node:buffer';
import type { InputFile } from './input-file.js';
import { remark } from '../problem.js';
import type { ReadItem } from '../read-item.js';
import { SingleByteSurvey, type SingleByteEncoding } from './single-byte-text.js';
import { TwiceSurvey, twiceDecoder } from './twice-encoded.js';
import { decodeMixed, piecesAboveAscii, WholeCharacters } from './utf8-text.js';

/** How a file is encoded. `mixed`: UTF-8 with some invalid bytes. `twice`: UTF-8 that was encoded again. */
export type TextEncoding = 'utf-8' | 'mixed' | 'twice' | 'utf-16le' | 'utf-16be' | SingleByteEncoding;

/** The text of a file, null if it is not text, and problems found in decoding. */
export interface DecodedText {
  readonly encoding: TextEncoding | null;
  readonly chunks: AsyncIterable<string>;
  readonly problems: readonly ReadItem[];
}

const headBytes = 4096;
/** First bytes of a zip (a spreadsheet is one), an older spreadsheet, a PDF and a gzip, whatever their file is called. */
const noTexts = ['504b0304', 'd0cf11e0', '25504446', '1f8b'].map((hex) => Buffer.from(hex, 'hex'));

const utf32 = ['fffe0000', '0000feff'].map((hex) => Buffer.from(hex, 'hex'));

/**
 * Decodes a file. It reads all bytes once before: only then letters in an old encoding show, and a file that breaks off (a damaged zip)
 * gives nothing rather than its first half.
 */
export async function decodeText(file: InputFile, onBytes: (count: number) => void): Promise<DecodedText> {
  const encoding = await encodingOfFile(file);
  const problems = problemsOf(encoding, file.path);
  return { encoding, problems, chunks: encoding === null ? nothing() : decoded(file, decoderOf(encoding), onBytes) };
}

function problemsOf(encoding: TextEncoding | null, file: string): ReadItem[] {
  if (encoding === 'utf-8') return [];
  if (encoding === null) return [remark('UNKNOWN_ENCODING', 'skipped', { file })];
  if (encoding === 'mixed') return [remark('INVALID_UTF8', 'repaired', { file })];
  if (encoding === 'twice') return [remark('DECODED_TWICE', 'repaired', { file })];
  const code = encoding.startsWith('utf-16') ? 'DECODED_UTF16' : 'DECODED_SINGLE_BYTE';
  return [remark(code, 'repaired', { file }, code === 'DECODED_UTF16' ? '' : encoding)];
}

async function* nothing(): AsyncGenerator<string> {}

async function* bytesOf(file: InputFile): AsyncGenerator<Buffer> {
  const stream = await file.open();
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } finally {
    stream.destroy();
  }
}

/** Finds the encoding of a file by all of its bytes; null if it is not text. */
async function encodingOfFile(file: InputFile): Promise<TextEncoding | null> {
  const survey = new ByteSurvey();
  const whole = new WholeCharacters();
  let head: TextEncoding | null | undefined;
  for await (const chunk of bytesOf(file)) {
    head ??= encodingOf(chunk.subarray(0, headBytes));
    if (head === null) return null;
    if (head === 'utf-8') survey.add(whole.push(chunk));
  }
  if (head !== 'utf-8') return head ?? 'utf-8';
  survey.add(whole.end());
  return survey.encoding();
}

/**
 * Guesses the encoding from the first bytes. NUL in every other byte means UTF-16 without a mark; NUL elsewhere means that it is not text.
 */
function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (noTexts.some((start) => head.subarray(0, start.length).equals(start))) return null;
  if (utf32.some((mark) => head.subarray(0, mark.length).equals(mark))) return null;
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

/** Counts valid and invalid UTF-8. */
class ByteSurvey {
  private readonly singleBytes = new SingleByteSurvey();
  private readonly twice = new TwiceSurvey();
  private valid = 0;
  private invalid = 0;
  private telling = 0;

  add(bytes: Buffer): void {
    this.twice.add(bytes);
    if (isAscii(bytes)) return;
    for (const { utf8, start } of piecesAboveAscii(bytes)) {
      if (utf8) this.valid += 1;
      else this.invalid += 1;
      if (utf8 && isTelling(bytes[start]!)) this.telling += 1;
    }
    if (!isUtf8(bytes)) this.singleBytes.add(bytes);
  }

  encoding(): TextEncoding | null {
    if (this.invalid === 0) return this.twice.isTwice() ? 'twice' : 'utf-8';
    if (this.valid > this.invalid) return 'mixed';
    const singleByte = this.singleBytes.likeliest();
    return singleByte !== null && this.telling * 4 >= this.invalid && this.telling > 0 ? 'mixed' : singleByte;
  }
}

/** A byte that begins a Latin letter or a punctuation mark in UTF-8. In other encodings it hardly ever comes before a sign. */
const isTelling = (byte: number): boolean => (byte >= 0xc2 && byte <= 0xc5) || byte === 0xe2;

type Decode = (chunk: Buffer | null) => string;

function decoderOf(encoding: TextEncoding): Decode {
  if (encoding === 'twice') return twiceDecoder();
  if (encoding !== 'mixed') {
    const decoder = new TextDecoder(encoding);
    return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
  }
  const whole = new WholeCharacters();
  let first = true;
  return (chunk) => {
    const text = decodeMixed(chunk ? whole.push(chunk) : whole.end());
    const withoutMark = first ? text.replace(/^\ufeff/, '') : text;
    first &&= text === '';
    return withoutMark;
  };
}

async function* decoded(file: InputFile, decode: Decode, onBytes: (count: number) => void): AsyncGenerator<string> {
  for await (const chunk of bytesOf(file)) {
    onBytes(chunk.length);
    const text = decode(chunk);
    if (text) yield text;
  }
  const rest = decode(null);
  if (rest) yield rest;
}
