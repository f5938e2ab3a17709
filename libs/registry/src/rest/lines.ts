import type { Listed, Slice } from '../listing/published-listing.js';
import type { JsonObject } from '../hsds/record.js';

const atOnce = 100;

/** A whole list, one document on each line, read a hundred at a time as the client takes them. */
export async function* linesOf(read: (slice: Slice) => Promise<Listed<JsonObject>>): AsyncGenerator<string> {
  for (let offset = 0; ; offset += atOnce) {
    const { items } = await read({ offset, limit: atOnce });
    if (items.length > 0) yield items.map((item) => `${JSON.stringify(item)}\n`).join('');
    if (items.length < atOnce) return;
  }
}
