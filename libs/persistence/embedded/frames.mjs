// Splits what a PostgreSQL client sends into messages (PostgreSQL documentation, chapter "Message Formats").
const sslRequest = 80877103;
const gssRequest = 80877104;
const cancelRequest = 80877102;

/** Cuts complete messages off the front of a client's bytes; `started` tells whether the start-up message has come. */
export class FrameSplitter {
  #bytes = Buffer.alloc(0);
  #started = false;

  /** Answers `{ kind: 'ssl' | 'cancel' | 'startup' | 'message', bytes }` for each complete message. */
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

/** Whether a simple query begins a transaction. */
export const opensTransaction = (bytes) => bytes[0] === 0x51 && /^\s*(BEGIN|START TRANSACTION)\b/i.test(bytes.toString('latin1', 5, 40));

/** Terminate: the client leaves. */
export const isTerminate = (frame) => frame.kind === 'message' && frame.bytes[0] === 0x58;

/** What the server answers to a message that is not the last of its unit, without ReadyForQuery. */
export function withoutReady(bytes) {
  const kept = [];
  let failed = false;
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    end = at + 1 + bytes.readInt32BE(at + 1);
    const type = String.fromCharCode(bytes[at]);
    failed ||= type === 'E';
    if (type !== 'Z') kept.push(bytes.subarray(at, end));
  }
  return { bytes: Buffer.concat(kept), failed };
}
