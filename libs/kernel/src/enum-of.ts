/** An enum whose values are its names, as in the graph and the events. */
export const enumOf = <const Name extends string>(...names: readonly Name[]): { readonly [Value in Name]: Value } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [Value in Name]: Value };
