const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const caseReference = /\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]\b/g;
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g;
/** A cursor of a list: name and id in another encoding. */
const cursor = /"(cursor|startCursor|endCursor)":"([\w-]+)"/g;
const epoch = /\b1\d{12}\b/g;
const day = 24 * 3_600_000;

/** Values that always differ between two worlds: ids from answers of the API, and instants of this run. Nothing else is masked. */
export interface Masks {
  /** Learns the ids in an answer. */
  learn(body: string): void;
  masked(text: string): string;
}

/** The masks of a world; both worlds of a pair must learn from the same answers in the same order. */
export function masksOf(begun = Date.now()): Masks {
  const names = new Map<string, string>();
  const name = (id: string) => names.has(id) || names.set(id, `<id ${names.size}>`);
  const isOfRun = (time: number) => time > begun - day && time < Date.now() + 2 * day;
  return {
    learn: (body) => idsIn(parsed(body)).forEach(name),
    masked: (text) =>
      text
        .replace(cursor, (_all, name: string, value: string) => `"${name}":${Buffer.from(value, 'base64url').toString()}`)
        .replace(uuid, (id) => names.get(id) ?? id)
        .replace(caseReference, (reference) => names.get(reference) ?? reference)
        .replace(instant, (at) => (isOfRun(Date.parse(at)) ? '<recent>' : at))
        .replace(epoch, (at) => (isOfRun(Number(at)) ? '<recent>' : at)),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Texts that look like our ids, in a property whose name says that it contains ids. */
function idsIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item, key));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, inner]) => idsIn(inner, name));
  return typeof value === 'string' && idField.test(key) ? [...(value.match(uuid) ?? []), ...(value.match(caseReference) ?? [])] : [];
}

const idField = /(^id|_id|Id|^subject|^decidedBy|^caseReference)$/;
