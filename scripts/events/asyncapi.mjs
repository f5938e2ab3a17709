/** The AsyncAPI 3.0 document: topics are channels, types of events are messages. */
export const asyncApiOf = (topics, events, examples) => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Haven events',
    version: '1.0.0',
    description: about,
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  },
  defaultContentType: 'application/json',
  channels: Object.fromEntries(topics.map((topic) => [topic.name, channelOf(topic, events)])),
  operations: Object.fromEntries(topics.map(({ name }) => [`send.${name}`, sendingOn(name, events)])),
  components: {
    messages: Object.fromEntries(events.map((event) => [nameOf(event), messageOf(event, examples)])),
    schemas: { cloudEvent },
  },
});

/** A type with its version, which is the last part of the topic's name. */
export const nameOf = ({ topic, type }) => `${type}.${topic.slice(topic.lastIndexOf('.') + 1)}`;

const about =
  'What Haven publishes on Kafka: CloudEvents 1.0 in binary mode (attributes are headers, the data is the value as JSON). ' +
  'Never on any topic: the location of a confidential place, and anything that tells of one survivor. README.md beside this file says how to consume them.';

const channelOf = ({ name, about: description, partitions, settings }, events) => ({
  address: name,
  description,
  messages: Object.fromEntries(on(name, events).map((event) => [nameOf(event), { $ref: `#/components/messages/${nameOf(event)}` }])),
  bindings: { kafka: { topic: name, partitions, topicConfiguration: configurationOf(settings), bindingVersion: '0.5.0' } },
});

const on = (name, events) => events.filter(({ topic }) => topic === name);

const pointer = (text) => text.replaceAll('~', '~0').replaceAll('/', '~1');

const sendingOn = (name, events) => ({
  action: 'send',
  channel: { $ref: `#/channels/${pointer(name)}` },
  messages: on(name, events).map((event) => ({ $ref: `#/channels/${pointer(name)}/messages/${nameOf(event)}` })),
});

/** The binding has numbers and lists where Kafka has texts. */
const configurationOf = (settings) =>
  Object.fromEntries(
    Object.entries(settings).map(([key, value]) => {
      if (key === 'cleanup.policy') return [key, value.split(',')];
      return [key, Number.isNaN(Number(value)) ? value : Number(value)];
    }),
  );

const messageOf = (event, examples) => ({
  name: event.type,
  title: event.title,
  summary: event.summary,
  contentType: 'application/json',
  headers: { allOf: [{ $ref: '#/components/schemas/cloudEvent' }, { properties: { ce_type: { const: event.type } } }] },
  payload: { $ref: `./${nameOf(event)}.schema.json` },
  bindings: { kafka: { key: text('The same as ce_subject; README.md says what it is on each topic.'), bindingVersion: '0.5.0' } },
  examples: examples.filter(({ name }) => name.startsWith(`${nameOf(event)}.`)),
});

const text = (description, more = {}) => ({ type: 'string', description, ...more });

const cloudEvent = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_sequence', 'content-type'],
  properties: {
    ce_specversion: text('CloudEvents version.', { const: '1.0' }),
    ce_id: text('The same on each delivery of an event; what was handled is known by it.', { format: 'uuid' }),
    ce_source: text('Who published it.', { const: '/haven' }),
    ce_type: text('What happened.'),
    ce_subject: text('The key of the message again.'),
    ce_time: text('When it was written, in the transaction of the change.', { format: 'date-time' }),
    ce_sequence: text('Grows by one with each event of the key on the topic.', { pattern: '^[1-9][0-9]*$' }),
    ce_correlationid: text('The request that led to it; absent when there was none.'),
    ce_traceparent: text(
      'The trace that led to it, as W3C Trace Context writes it (CloudEvents: distributed tracing); absent when there was none.',
      {
        pattern: '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$',
      },
    ),
    'content-type': text('Of the value.', { const: 'application/json' }),
  },
};
