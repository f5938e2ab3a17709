import { canonicalJson } from '@haven/kernel';
import type { HsdsRecord, ObjectName } from '../hsds/record.js';

/** Whether an id occurred before, and with the same content. */
export type Seen = 'new' | 'same' | 'other';

const { imul } = Math;
const startSlots = 1 << 12;
const fullest = 0.6;

/**
 * Remembers every record of an import in 12 bytes: a 53-bit hash of its name and a 32-bit hash of its content. Two million records take
 * about 50 MB; the chance that any two names collide is then below one in a thousand.
 */
export class SeenRecords {
  private names = new Float64Array(startSlots);
  private contents = new Uint32Array(startSlots);
  private count = 0;

  /** Notes the record. Links are not content: one record may occur with different links. */
  note(record: HsdsRecord): Seen {
    if (this.count > this.names.length * fullest) this.grow();
    const name = hash53(`${record.object}\n${record.id}`);
    const content = hash53(contentOf(record)) >>> 0;
    const slot = this.slotOf(name);
    if (this.names[slot] === name) return this.contents[slot] === content ? 'same' : 'other';
    this.put(slot, name, content);
    this.count += 1;
    return 'new';
  }

  /** Whether a record of this name was noted. */
  has(object: ObjectName, id: string): boolean {
    const name = hash53(`${object}\n${id}`);
    return this.names[this.slotOf(name)] === name;
  }

  private slotOf(name: number): number {
    const last = this.names.length - 1;
    let slot = name % this.names.length;
    while (this.names[slot] !== 0 && this.names[slot] !== name) slot = (slot + 1) & last;
    return slot;
  }

  private put(slot: number, name: number, content: number): void {
    this.names[slot] = name;
    this.contents[slot] = content;
  }

  private grow(): void {
    const { names, contents } = this;
    this.names = new Float64Array(names.length * 2);
    this.contents = new Uint32Array(names.length * 2);
    names.forEach((name, slot) => name !== 0 && this.put(this.slotOf(name), name, contents[slot]!));
  }
}

function contentOf(record: HsdsRecord): string {
  const references = record.references.map(({ property, id }) => `${property} ${id}`).sort();
  return canonicalJson(record.properties) + references.join('\n');
}

/** cyrb53 by bryc (public domain): fast, and even enough for tables. Never 0, which stands for an empty slot. */
function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = imul(high ^ code, 2654435761);
    low = imul(low ^ code, 1597334677);
  }
  high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
  low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}
