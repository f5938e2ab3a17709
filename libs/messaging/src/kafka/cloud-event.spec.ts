import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { KafkaMessage } from 'kafkajs';
import { parse } from 'yaml';
import { toEvent, toMessage } from './cloud-event.js';

const folder = new URL('../../../../docs/events/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

interface Documented {
  readonly channels: Record<string, { readonly messages: Record<string, unknown> }>;
  readonly components: { readonly schemas: { readonly cloudEvent: { readonly properties: object } } };
}
const documented = parse(read('asyncapi.yaml')) as Documented;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(documented, 'asyncapi.yaml');

interface Example {
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly payload: unknown;
}
const cases = readdirSync(new URL('examples/', folder)).map((file) => {
  const message = file.replace(/\.\d+\.json$/, '');
  const topic = Object.keys(documented.channels).find((name) => message in (documented.channels[name]?.messages ?? {}));
  return { file, message, topic: topic ?? 'none', example: JSON.parse(read(`examples/${file}`)) as Example };
});

const optional = ['ce_correlationid', 'ce_traceparent'];

const wireOf = ({ key, headers, payload }: Example) =>
  ({
    key: Buffer.from(key),
    value: payload === null ? null : Buffer.from(JSON.stringify(payload)),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value)])),
  }) as unknown as KafkaMessage;

describe('messages in the form that docs/events describes', () => {
  it.each(cases)('$file is read, and written again unchanged', ({ topic, example }) => {
    const event = toEvent({ topic, partition: 0 }, wireOf(example));
    expect(event).toMatchObject({ topic, key: example.key, type: example.headers.ce_type, data: example.payload });
    const { key, value, headers } = toMessage(event);
    expect({ key, payload: value === null ? null : (JSON.parse(String(value)) as unknown), headers }).toEqual(example);
  });

  it.each(cases)('$file has the headers of its message, and no others', ({ message, topic, example }) => {
    const headers = toMessage(toEvent({ topic, partition: 0 }, wireOf(example))).headers ?? {};
    const validate = ajv.compile({ $ref: `asyncapi.yaml#/components/messages/${message}/headers` });
    expect(validate(headers) ? [] : validate.errors).toEqual([]);
    expect(Object.keys(documented.components.schemas.cloudEvent.properties)).toEqual(expect.arrayContaining(Object.keys(headers)));
    const required = Object.keys(headers).filter((name) => !optional.includes(name));
    expect(required.filter((name) => validate({ ...headers, [name]: undefined }))).toEqual([]);
    expect(validate({ ...headers, ce_type: 'another' })).toBe(false);
  });
});
