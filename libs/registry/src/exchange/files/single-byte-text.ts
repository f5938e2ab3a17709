/** Single-byte encodings that spreadsheets still write. The likeliest comes first and wins if several fit equally. */
export const singleByteEncodings = ['windows-1252', 'macintosh', 'windows-1250', 'iso-8859-15', 'iso-8859-2', 'windows-1254'] as const;
/** {@link singleByteEncodings} */
export type SingleByteEncoding = (typeof singleByteEncodings)[number];

/** A byte above ASCII, and whether letters come before and after it. */
interface Neighbours {
  readonly byte: number;
  readonly before: boolean;
  readonly behind: boolean;
  count: number;
}

const isAsciiLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
const isLetter = (byte: number | undefined): boolean => isAsciiLetter(byte) || (byte !== undefined && byte >= 0xc0);

/** Collects evidence of the encoding of bytes that are not UTF-8. Memory does not grow with the text. */
export class SingleByteSurvey {
  private readonly seen = new Map<number, Neighbours>();
  private high = 0;
  private inRuns = 0;

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      if (bytes[at]! < 0x80) continue;
      this.high += 1;
      if (bytes[at - 1]! >= 0x80 && bytes[at + 1]! >= 0x80) this.inRuns += 1;
      this.note(bytes[at]!, isLetter(bytes[at - 1]), isLetter(bytes[at + 1]));
    }
  }

  /** The encoding in which most bytes make sense; null if none fits, as for most scripts other than Latin. */
  likeliest(): SingleByteEncoding | null {
    if (this.inRuns * 4 > this.high) return null;
    const scored = singleByteEncodings.map((encoding) => ({ encoding, sense: this.senseIn(encoding) }));
    const best = scored.reduce((a, b) => (b.sense > a.sense ? b : a));
    if (best.sense * 2 <= this.high) return null;
    return best.encoding === 'windows-1252' && this.isTurkish() ? 'windows-1254' : best.encoding;
  }

  /** Turkish ğ, ı, ş and İ have the bytes of Icelandic ð, ý, þ and Ý. Icelandic also has accented vowels that Turkish lacks. */
  private isTurkish(): boolean {
    const bytes = new Set([...this.seen.values()].map(({ byte }) => byte));
    return [0xf0, 0xfd, 0xfe, 0xdd].some((byte) => bytes.has(byte)) && ![0xe1, 0xe6, 0xed, 0xf3, 0xfa].some((byte) => bytes.has(byte));
  }

  private note(byte: number, before: boolean, behind: boolean): void {
    const key = byte * 4 + Number(before) * 2 + Number(behind);
    const known = this.seen.get(key);
    if (known) known.count += 1;
    else this.seen.set(key, { byte, before, behind, count: 1 });
  }

  /** How many of the bytes make sense where they are. */
  private senseIn(encoding: SingleByteEncoding): number {
    return [...this.seen.values()].reduce((sum, one) => sum + (makesSense(one, encoding) ? one.count : 0), 0);
  }
}

/** An apostrophe may be inside a word; some signs come right before or after one, others only alone. Control characters make no sense. */
function makesSense({ byte, before, behind }: Neighbours, encoding: SingleByteEncoding): boolean {
  const character = decodeByte(byte, encoding);
  if (/\p{L}/u.test(character) && !behindWords.has(character)) return /\p{Script=Latin}/u.test(character);
  if (/[\p{Cc}¤]/u.test(character)) return false;
  if (inWords.has(character)) return true;
  return (!before || behindWords.has(character)) && (!behind || beforeWords.has(character)) && !(before && behind);
}

const inWords = new Set('’\u00a0\u00ad');
const beforeWords = new Set('“‘«¿¡„‚‹•·–—†');
const behindWords = new Set('”’“»›®™©°ªº…–—·¹²³‰†‡•');

const tables = new Map<SingleByteEncoding, string>();

/** The character of one byte. */
export function decodeByte(byte: number, encoding: SingleByteEncoding): string {
  let table = tables.get(encoding);
  if (table === undefined) {
    table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, code) => code));
    tables.set(encoding, table);
  }
  return table[byte]!;
}
