import type { System } from '../harness/system.js';
import type { Role } from '../harness/tokens.js';

/** A JSON document, read by dotted paths. */
export type Document = Readonly<Record<string, unknown>>;

/** A page of a list. */
export interface HsdsPage {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Document[];
}

/** Requests a path under /hsds; `role` null: without a token. */
export async function askHsds(
  system: Pick<System, 'url' | 'token'>,
  path: string,
  { role = 'AUDITOR', headers = {} }: { readonly role?: Role | null; readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  const authorization = role === null ? {} : { authorization: `Bearer ${await system.token(role)}` };
  return fetch(`${system.url}/hsds${path}`, { headers: { ...authorization, ...headers } });
}

/** Reads a page or document, which must exist. */
export async function readHsds<T = HsdsPage>(system: Pick<System, 'url' | 'token'>, path: string): Promise<T> {
  const response = await askHsds(system, path);
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
