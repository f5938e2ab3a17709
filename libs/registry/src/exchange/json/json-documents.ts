import type { ReadLimits } from '../files/limits.js';

/** Why a document cannot be read. */
export type JsonFault = 'JSON_BROKEN' | 'JSON_TOO_DEEP' | 'JSON_TOO_LARGE';

/** The text of one JSON document, or why there is none. `list`: the wrapper's property that contained it. */
export interface JsonDocument {
  readonly text: string;
  readonly fault: JsonFault | null;
  readonly list: string | null;
}

/** A list in a wrapping object whose items are documents: an API page, the tabular style in one file, or GeoJSON. */
const wrapperList = /"(contents|features|[^"\\]+\.csv)"\s*:\s*$/;
const isCollection = /"type"\s*:\s*"FeatureCollection"/;
const longestKey = 200;
const blank = /^\s*$/;

const isOpening = (code: number): boolean => code === 123 || code === 91;
const isClosing = (code: number): boolean => code === 125 || code === 93;
const isList = (code: number): boolean => code === 91;
/** In ASCII each closing bracket is two codes after its opening one. */
const closes = (open: number | undefined, close: number): boolean => open !== undefined && open + 2 === close;

/**
 * Cuts a JSON text into documents without building any: each top value, or each item of a top list or of a wrapper's list. It only counts
 * brackets, so depth costs nothing. It skips documents that are too deep or too large, and reads on.
 */
class JsonSplitter {
  private readonly stack: number[] = [];
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Depth of documents: 0; 1 in a top list; 2 in a wrapper's list. */
  private base = 0;
  private list: string | null = null;
  private inWrapper = false;
  private inDocument = false;
  private text = '';
  private fault: JsonFault | null = null;
  /** After a wrong bracket it cannot tell where the next document begins. */
  private lost = false;
  private start = 0;

  constructor(private readonly limits: ReadLimits) {}

  /** Yields the documents that end in this chunk. */
  *push(chunk: string): Generator<JsonDocument> {
    this.start = 0;
    for (let at = 0; at < chunk.length && !this.lost; at++) {
      const code = chunk.charCodeAt(at);
      if (this.inString) this.stepInString(code);
      else if (code === 34) this.inString = true;
      else if (isOpening(code)) yield* this.open(code, chunk, at);
      else if (isClosing(code)) yield* this.close(code, chunk, at);
      else if (code === 44 || code === 10) yield* this.separate(chunk, at);
    }
    if (!this.lost) this.keep(chunk.slice(this.start));
  }

  *end(): Generator<JsonDocument> {
    if (this.lost) return;
    if (this.depth > 0 || this.inString) yield this.document(this.fault ?? 'JSON_BROKEN');
    else if (!blank.test(this.text)) yield this.document(null);
  }

  private stepInString(code: number): void {
    if (this.escaped) this.escaped = false;
    else if (code === 92) this.escaped = true;
    else if (code === 34) this.inString = false;
  }

  private *open(code: number, chunk: string, at: number): Generator<JsonDocument> {
    if (!this.inDocument && this.depth === this.base) {
      if (!blank.test(this.text + chunk.slice(this.start, at))) yield* this.lose();
      this.take(at);
      if (isList(code) && this.base === 0) this.base = 1;
      else this.inDocument = true;
    } else if (isList(code) && this.depth === 1 && this.base === 0) this.enterList(chunk, at);
    this.depth += 1;
    if (this.depth - this.base <= this.limits.jsonDepth) this.stack[this.depth] = code;
    else this.fault ??= 'JSON_TOO_DEEP';
    if (!this.inDocument) this.take(at + 1);
  }

  /** A wrapper has no id of its own; a service may well have a property called contents. */
  private enterList(chunk: string, at: number): void {
    const before = this.text + chunk.slice(this.start, at);
    const name = wrapperList.exec(before.slice(-longestKey))?.[1];
    if (!name || (!this.inWrapper && /"id"\s*:/.test(before))) return;
    if (name === 'features' && !isCollection.test(before)) return;
    this.base = 2;
    this.list = name;
    this.inWrapper = true;
    this.inDocument = false;
  }

  private *close(code: number, chunk: string, at: number): Generator<JsonDocument> {
    const shallow = this.depth - this.base <= this.limits.jsonDepth;
    if (shallow && !closes(this.stack[this.depth], code)) {
      yield* this.lose();
      return;
    }
    if (!this.inDocument) yield* this.separate(chunk, at);
    this.depth -= 1;
    if (this.inDocument && this.depth === this.base) yield* this.finish(chunk, at);
    else if (!this.inDocument) this.leaveList(at);
  }

  private *finish(chunk: string, at: number): Generator<JsonDocument> {
    this.keep(chunk.slice(this.start, at + 1));
    if (!this.inWrapper || this.base === 2) yield this.document(this.fault);
    else this.inWrapper = false;
    this.take(at + 1);
    this.inDocument = false;
  }

  private leaveList(at: number): void {
    this.inDocument = this.base === 2;
    this.base = 0;
    this.list = null;
    this.take(at + 1);
  }

  /** Between documents: white space, or values that are not objects. */
  private *separate(chunk: string, at: number): Generator<JsonDocument> {
    if (this.inDocument || this.depth !== this.base) return;
    this.keep(chunk.slice(this.start, at));
    if (!blank.test(this.text)) yield this.document(null);
    this.take(at + 1);
  }

  private *lose(): Generator<JsonDocument> {
    this.lost = true;
    yield this.document('JSON_BROKEN');
  }

  private document(fault: JsonFault | null): JsonDocument {
    return { text: fault ? '' : this.text, fault, list: this.list };
  }

  private take(at: number): void {
    this.text = '';
    this.fault = null;
    this.start = at;
  }

  private keep(part: string): void {
    if (!this.fault && this.text.length + part.length > this.limits.documentChars) this.fault = 'JSON_TOO_LARGE';
    this.text = this.fault ? '' : this.text + part;
  }
}

/** The documents of a JSON text: one, a list, an API page, the tabular style, or one after another. */
export async function* jsonDocuments(chunks: AsyncIterable<string>, limits: ReadLimits): AsyncGenerator<JsonDocument> {
  const splitter = new JsonSplitter(limits);
  for await (const chunk of chunks) yield* splitter.push(chunk);
  yield* splitter.end();
}

/** The documents of a text with one on each line: a broken line costs only that line. */
export async function* jsonLines(chunks: AsyncIterable<string>, limits: ReadLimits): AsyncGenerator<JsonDocument> {
  let text = '';
  let tooLarge = false;
  for await (const chunk of chunks) {
    const lines = (text + chunk).split('\n');
    text = lines.pop()!;
    for (const line of lines) {
      if (!blank.test(line) || tooLarge) yield lineDocument(line, tooLarge, limits);
      tooLarge = false;
    }
    if (text.length > limits.documentChars) {
      tooLarge = true;
      text = '';
    }
  }
  if (!blank.test(text) || tooLarge) yield lineDocument(text, tooLarge, limits);
}

function lineDocument(line: string, tooLarge: boolean, limits: ReadLimits): JsonDocument {
  if (tooLarge || line.length > limits.documentChars) return { text: '', fault: 'JSON_TOO_LARGE', list: null };
  const splitter = new JsonSplitter(limits);
  const deep = [...splitter.push(line), ...splitter.end()].some(({ fault }) => fault === 'JSON_TOO_DEEP');
  return { text: deep ? '' : line, fault: deep ? 'JSON_TOO_DEEP' : null, list: null };
}
