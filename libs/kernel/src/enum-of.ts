/** An enum each of whose values is its name, as the graph and the events have them. */
export const enumOf = <const Name extends string>(...names: readonly Name[]): { readonly [Value in Name]: Value } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [Value in Name]: Value };
