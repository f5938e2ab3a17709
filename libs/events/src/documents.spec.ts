import specifications from '@asyncapi/specs';
import { describe, expect, it } from '@jest/globals';
import { centreOfCell } from '@haven/kernel';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { topicDeclarations } from './topics.js';
import { type DeclaredEvent, eventDeclarations } from './declared-events.js';
import { asyncApi, examples, examplesOf, nameOf, schemaFiles, schemaIn } from './documents.fixture.js';
import { fieldsOfData, fieldsOfSchema, withoutOneField, withUnknownFields } from './fields.fixture.js';
import { serviceSnapshotSchema } from './service-event.js';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const documented = new Map(eventDeclarations.map((event) => [event, ajv.compile(schemaIn(`${nameOf(event)}.schema.json`))]));

const isDocumented = (event: DeclaredEvent, data: unknown): boolean => (documented.get(event) as ValidateFunction)(data);
const isReadable = (schema: z.ZodType, data: unknown): boolean => schema.safeParse(data).success;
const cases = eventDeclarations.map((event) => ({ name: nameOf(event), event }));

describe('AsyncAPI document', () => {
  const validate = ajv.compile(specifications.schemasWithoutId['3.0.0']);

  it('is AsyncAPI 3.0', () => {
    expect(validate(asyncApi) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...asyncApi, operations: { a: { action: 'publish' } } })).toBe(false);
    expect(validate({ ...asyncApi, channels: { a: { bindings: { kafka: { partitions: 'many', bindingVersion: '0.5.0' } } } } })).toBe(
      false,
    );
  });

  it('has the declared topics with their partitions and settings, and no other', () => {
    const channels = Object.entries(asyncApi.channels).map(([name, { bindings }]) => {
      const { topic, partitions, topicConfiguration } = bindings.kafka;
      const settings = Object.entries(topicConfiguration as object).map(([key, value]) => [key, String(value)]);
      return { name, topic, partitions, settings: Object.fromEntries(settings) as unknown };
    });
    expect(channels).toEqual(topicDeclarations.map(({ name, partitions, settings }) => ({ name, topic: name, partitions, settings })));
  });

  it('has each type of event as a message of its topic, and no other', () => {
    const messages = Object.entries(asyncApi.channels).flatMap(([topic, channel]) =>
      Object.entries(channel.messages).map(([name, { $ref }]) => ({ topic, name, $ref })),
    );
    const declared = eventDeclarations.map((event) => {
      const name = nameOf(event);
      return { topic: event.topic, name, $ref: `#/components/messages/${name}` };
    });
    expect(messages).toEqual(declared);
    expect(Object.keys(asyncApi.components.messages)).toEqual(eventDeclarations.map(nameOf));
    const sent = Object.values(asyncApi.operations).flatMap((operation) => operation.messages.map(({ $ref }) => $ref));
    expect(sent).toEqual(declared.map(({ topic, name }) => `#/channels/${topic}/messages/${name}`));
  });

  it('points each message to the schema of its data', () => {
    const payloads = Object.values(asyncApi.components.messages).map(({ name, payload }) => [name, payload.$ref]);
    expect(payloads).toEqual(eventDeclarations.map((event) => [event.type, `./${nameOf(event)}.schema.json`]));
  });
});

describe('JSON Schemas', () => {
  it('exist for each type of event, and no other', () => {
    expect(schemaFiles).toEqual(eventDeclarations.map((event) => `${nameOf(event)}.schema.json`).sort());
  });

  it.each(cases)('$name matches the code', ({ name, event }) => {
    const { $id, title, description, ...schema } = schemaIn(`${name}.schema.json`);
    expect(schema).toEqual(z.toJSONSchema(event.data, { target: 'draft-7', io: 'input' }));
    expect([$id, title, description]).toEqual([`${name}.schema.json`, event.title, event.summary]);
  });
});

describe('examples', () => {
  it('belong to an event', () => {
    expect(eventDeclarations.flatMap(examplesOf).length).toBe(examples.length);
  });

  it.each(cases)('$name: the first release has one, and each event fits its schema', ({ name, event }) => {
    expect(examplesOf(event).map(({ file }) => file)).toContain(`${name}.0.json`);
    expect(examplesOf(event).filter(({ payload }) => !isDocumented(event, payload))).toEqual([]);
  });

  it.each(cases)('$name: the headers match the event', ({ event }) => {
    const attributes = examplesOf(event).map(({ headers }) => [headers.ce_type, headers.ce_subject]);
    expect(attributes).toEqual(examplesOf(event).map(({ key }) => [event.type, key]));
  });

  it.each(cases)('$name: each field of the schema has a value in one of them', ({ name, event }) => {
    const shown = new Set(examplesOf(event).flatMap(({ payload }) => fieldsOfData(payload)));
    expect(fieldsOfSchema(schemaIn(`${name}.schema.json`)).filter((field) => !shown.has(field))).toEqual([]);
  });

  it.each(cases)('$name: an event of another shape does not fit', ({ event }) => {
    const [example] = examplesOf(event);
    const broken = [...withoutOneField(example?.payload).map(({ data }) => data), 'text', 1, []];
    expect(broken.filter((data) => isDocumented(event, data))).toEqual([]);
  });

  it('show only the area of a confidential place', () => {
    const snapshots = examples.flatMap(({ payload }) => serviceSnapshotSchema.safeParse(payload).data ?? []);
    const places = snapshots.flatMap(({ service, publicCells }) => service.locations.filter(({ id }) => id in publicCells));
    const [cell = 'none'] = snapshots.flatMap(({ publicCells }) => Object.values(publicCells));
    expect(places).toEqual([expect.objectContaining({ ...centreOfCell(cell), precision: 'AREA', address: null })]);
  });
});

describe('releases side by side', () => {
  it.each(cases)('$name: the code reads the events of every release', ({ event }) => {
    expect(examplesOf(event).filter(({ payload }) => !isReadable(event.data, payload))).toEqual([]);
  });

  it.each(cases.filter(({ event }) => event.data instanceof z.ZodObject))('$name: a new field must be optional', ({ event }) => {
    const data = event.data as z.ZodObject;
    const readable = (schema: z.ZodType) => examplesOf(event).every(({ payload }) => isReadable(schema, payload));
    expect(readable(data.extend({ more: z.string() }))).toBe(false);
    expect(readable(data.extend({ more: z.string().nullable().default(null) }))).toBe(true);
  });

  it.each(cases)('$name: fields of a later release are ignored', ({ event }) => {
    for (const { payload } of examplesOf(event)) {
      const later = withUnknownFields(payload);
      expect(event.data.parse(later)).toEqual(event.data.parse(payload));
      expect(isDocumented(event, later)).toBe(true);
    }
  });
});
