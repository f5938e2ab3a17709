/** Objects whose properties are data, not fields: by id, or in the directory's own form. */
const free = new Set(['hsds', 'publicCells']);

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The path of every field in a JSON Schema: `service.locations.id`. */
export function fieldsOfSchema(schema: unknown, path = ''): string[] {
  if (!isTree(schema)) return [];
  const branches = [schema.items, ...(Array.isArray(schema.anyOf) ? (schema.anyOf as unknown[]) : [])];
  const below = branches.flatMap((branch) => fieldsOfSchema(branch, path));
  const own = Object.entries(isTree(schema.properties) ? schema.properties : {});
  return [...below, ...own.flatMap(([name, property]) => [`${path}${name}`, ...fieldsOfSchema(property, `${path}${name}.`)])];
}

/** The path of every field with a value other than null. */
export function fieldsOfData(data: unknown, path = ''): string[] {
  if (Array.isArray(data)) return data.flatMap((element) => fieldsOfData(element, path));
  if (!isTree(data)) return [];
  const said = Object.entries(data).filter(([, value]) => value !== null);
  return said.flatMap(([name, value]) => [`${path}${name}`, ...(free.has(name) ? [] : fieldsOfData(value, `${path}${name}.`))]);
}

/** The data as a later release might send it: with one more field in every object. */
export function withUnknownFields(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withUnknownFields);
  if (!isTree(data)) return data;
  const known = Object.entries(data).map(([name, value]) => [name, free.has(name) ? value : withUnknownFields(value)]);
  return { ...Object.fromEntries(known), fieldOfALaterRelease: { any: ['thing'] } };
}

/** The data, once for each of its fields, without that field. */
export function withoutOneField(data: unknown): { readonly field: string; readonly data: unknown }[] {
  if (Array.isArray(data)) {
    return data.flatMap((element, at) => withoutOneField(element).map((less) => ({ ...less, data: data.with(at, less.data) })));
  }
  if (!isTree(data)) return [];
  return Object.entries(data).flatMap(([name, value]) => {
    const { [name]: _, ...rest } = data;
    const deeper = free.has(name) ? [] : withoutOneField(value);
    return [
      { field: name, data: rest },
      ...deeper.map((less) => ({ field: `${name}.${less.field}`, data: { ...data, [name]: less.data } })),
    ];
  });
}
