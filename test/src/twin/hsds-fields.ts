import { pathToFileURL } from 'node:url';
import { inRepository } from '../harness/repository.js';

/** A scalar property, as the product declares it. */
export interface DeclaredScalar {
  readonly name: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime' | 'time' | 'email' | 'uri';
  readonly values: readonly string[] | null;
}

/** What the product declares of one HSDS object. */
export interface DeclaredObject {
  readonly scalars: ReadonlyMap<string, DeclaredScalar>;
  readonly nested: ReadonlyMap<string, { readonly object: string; readonly many: boolean }>;
}

/** Every HSDS object by its name. */
export type Declarations = ReadonlyMap<string, DeclaredObject>;

/**
 * Every field that HSDS knows, by the product's own declaration, so that a new one is in the twin worlds by itself. The path is
 * worked out: nothing else of the product's inside may be imported here.
 */
export async function declaredFields(): Promise<Declarations> {
  const file = pathToFileURL(inRepository('libs/registry/dist/hsds/objects.js')).href;
  return ((await import(file)) as { readonly declarations: Declarations }).declarations;
}
