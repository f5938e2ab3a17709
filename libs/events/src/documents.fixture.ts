import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { DeclaredEvent } from './declared-events.js';

const folder = new URL('../../../docs/events/', import.meta.url);

/** An example message in docs/events/examples. */
export interface Example {
  readonly file: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: unknown;
}

/** The parts of the AsyncAPI document that the tests read. */
export interface AsyncApi {
  readonly channels: Readonly<Record<string, Channel>>;
  readonly operations: Readonly<Record<string, { readonly messages: readonly Reference[] }>>;
  readonly components: { readonly messages: Readonly<Record<string, { readonly name: string; readonly payload: Reference }>> };
}

interface Reference {
  readonly $ref: string;
}

interface Channel {
  readonly messages: Readonly<Record<string, Reference>>;
  readonly bindings: { readonly kafka: Readonly<Record<'topic' | 'partitions' | 'topicConfiguration', unknown>> };
}

const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

export const asyncApi = parse(read('asyncapi.yaml')) as AsyncApi;

export const schemaFiles = readdirSync(folder).filter((file) => file.endsWith('.schema.json'));

export const schemaIn = (file: string): Record<string, unknown> => JSON.parse(read(file)) as Record<string, unknown>;

export const examples: readonly Example[] = readdirSync(new URL('examples/', folder))
  .sort()
  .map((file) => ({ ...(JSON.parse(read(`examples/${file}`)) as Omit<Example, 'file'>), file }));

/** A type with its version, as in names of files and messages. */
export const nameOf = ({ topic, type }: DeclaredEvent): string => `${type}.${topic.split('.').at(-1)}`;

/** The examples of a type: that of the first release, and one for each later field. */
export const examplesOf = (event: DeclaredEvent): readonly Example[] =>
  examples.filter(({ file }) => file.replace(/\.\d+\.json$/, '') === nameOf(event));
