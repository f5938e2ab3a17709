import type { IncomingMessage } from 'node:http';

const bytesMaximum = 16_384;

/** Fields of a form that a browser sends. Null: it is no form, it is too long, or a field occurs twice. */
export async function readForm(request: IncomingMessage): Promise<ReadonlyMap<string, string> | null> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bytesMaximum) return null;
    chunks.push(chunk);
  }
  const fields = [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))];
  const form = new Map(fields);
  return form.size === fields.length ? form : null;
}
