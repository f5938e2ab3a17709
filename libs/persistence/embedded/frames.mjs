// Splits what a PostgreSQL client sends into messages (PostgreSQL documentation, chapter "Message Formats").
const sslRequest = 80877103;
const gssRequest = 80877104;
const cancelRequest = 80877102;

/** Cuts complete messages off the front of a client's bytes; `started`: whether the start-up message has arrived. */
export class FrameSplitter {
  #bytes = Buffer.alloc(0);
  #started = false;

  /** Yields `{ kind: 'ssl' | 'cancel' | 'startup' | 'message', bytes }` for each complete message. */
  *push(chunk) {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    for (let frame = this.#next(); frame; frame = this.#next()) yield frame;
  }

  #next() {
    const typeLength = this.#started ? 1 : 0;
    if (this.#bytes.length < typeLength + 4) return null;
    const length = typeLength + this.#bytes.readInt32BE(typeLength);
    if (this.#bytes.length < length) return null;
    const bytes = this.#bytes.subarray(0, length);
    this.#bytes = this.#bytes.subarray(length);
    return { kind: this.#kindOf(bytes), bytes };
  }

  #kindOf(bytes) {
    if (this.#started) return 'message';
    const code = bytes.readInt32BE(4);
    if (code === sslRequest || code === gssRequest) return 'ssl';
    if (code === cancelRequest) return 'cancel';
    this.#started = true;
    return 'startup';
  }
}

const isOneOf = (types) => (frame) => frame.kind === 'startup' || types.includes(String.fromCharCode(frame.bytes[0]));

/** Whether the server answers ReadyForQuery after this message, so that another client may follow. */
export const endsUnit = isOneOf('QSF');

/** Whether a simple query begins a transaction; a transaction that declares that it only reads (`Database.read`) is over soon. */
export const opensTransaction = (bytes) =>
  bytes[0] === 0x51 && /^\s*(BEGIN|START TRANSACTION)\b(?!; SET TRANSACTION READ ONLY)/i.test(bytes.toString('latin1', 5, 80));

/** The name of the prepared statement that a message creates (Parse); undefined: none. */
export const statementOf = ({ kind, bytes }) =>
  kind === 'message' && bytes[0] === 0x50 ? bytes.toString('utf8', 5, bytes.indexOf(0, 5)) || undefined : undefined;

/** The role that a client requests at its start (`-c role=NAME` among its options); null: none. */
export function roleOf({ bytes }) {
  const fields = bytes.toString('utf8', 8).split('\0');
  const options = fields.findIndex((field, i) => i % 2 === 0 && field === 'options');
  return (options < 0 ? undefined : /(?:^|\s)-c\s*role=(\w+)/.exec(fields[options + 1])?.[1]) ?? null;
}

/** Terminate: the client leaves. */
export const isTerminate = (frame) => frame.kind === 'message' && frame.bytes[0] === 0x58;

/** The answer to a unit: up to its first error, with one ReadyForQuery at the end. */
export function answerOf(bytes) {
  const kept = [];
  let [failed, ready] = [false, null];
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    end = at + 1 + bytes.readInt32BE(at + 1);
    const message = bytes.subarray(at, end);
    const type = String.fromCharCode(bytes[at]);
    if (type === 'Z') ready = message;
    else if (!failed) kept.push(message);
    failed ||= type === 'E';
  }
  return Buffer.concat(ready ? [...kept, ready] : kept);
}
