/** Encodings of one byte a letter that spreadsheets still write, the likeliest first: it decides among equals. */
export const singleByteEncodings = ['windows-1252', 'macintosh', 'windows-1250', 'iso-8859-15', 'iso-8859-2', 'windows-1254'] as const;
/** {@link singleByteEncodings} */
export type SingleByteEncoding = (typeof singleByteEncodings)[number];

/** A byte above ASCII with what stands before and behind it. */
interface Neighbours {
  readonly byte: number;
  readonly before: boolean;
  readonly behind: boolean;
  count: number;
}

const isAsciiLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
const isLetter = (byte: number | undefined): boolean => isAsciiLetter(byte) || (byte !== undefined && byte >= 0xc0);

/** Collects what tells the encoding of bytes that are not UTF-8. Memory does not grow with the text. */
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

  /** The encoding in which the bytes make the most sense; null when it is none of these, as in most scripts but the Latin one. */
  likeliest(): SingleByteEncoding | null {
    if (this.inRuns * 4 > this.high) return null;
    const scored = singleByteEncodings.map((encoding) => ({ encoding, sense: this.senseIn(encoding) }));
    const best = scored.reduce((a, b) => (b.sense > a.sense ? b : a));
    if (best.sense * 2 <= this.high) return null;
    return best.encoding === 'windows-1252' && this.isTurkish() ? 'windows-1254' : best.encoding;
  }

  /** The letters ğ, ı, ş and İ of Turkish are ð, ý, þ and Ý of Icelandic, which has vowels with an accent that Turkish lacks. */
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

  /** How many of the bytes stand where their letter or sign would. */
  private senseIn(encoding: SingleByteEncoding): number {
    return [...this.seen.values()].reduce((sum, one) => sum + (makesSense(one, encoding) ? one.count : 0), 0);
  }
}

/** An apostrophe may stand in a word, some signs right before or behind one, others only alone. A control character makes no sense. */
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
