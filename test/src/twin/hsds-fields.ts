import { pathToFileURL } from 'node:url';
import { inRepository } from '../harness/repository.js';

/** A scalar property in the product's declaration. */
export interface DeclaredScalar {
  readonly name: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime' | 'time' | 'email' | 'uri';
  readonly values: readonly string[] | null;
}

/** The product's declaration of an HSDS object. */
export interface DeclaredObject {
  readonly scalars: ReadonlyMap<string, DeclaredScalar>;
  readonly nested: ReadonlyMap<string, { readonly object: string; readonly many: boolean }>;
}

/** Every HSDS object by its name. */
export type Declarations = ReadonlyMap<string, DeclaredObject>;

/**
 * Every field of HSDS, from the product's own declaration, so that new fields are included automatically. The import path is computed,
 * because nothing else inside the product may be imported here.
 */
export async function declaredFields(): Promise<Declarations> {
  const file = pathToFileURL(inRepository('libs/registry/dist/hsds/objects.js')).href;
  return ((await import(file)) as { readonly declarations: Declarations }).declarations;
}
