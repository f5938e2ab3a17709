import { readdirSync, readFileSync } from 'node:fs';
import { eventDeclarations, topicDeclarations } from '@haven/events';
import prettier from 'prettier';
import { stringify } from 'yaml';
import { z } from 'zod';
import { asyncApiOf, nameOf } from './asyncapi.mjs';

/** Where the documents are. */
export const folder = new URL('../../docs/events/', import.meta.url);

const isGenerated = (name) => name === 'asyncapi.yaml' || name.endsWith('.schema.json');

/** Names of the generated documents in the folder. */
export const presentDocuments = () => readdirSync(folder).filter(isGenerated);

/** Text of each document by file name, from the declarations in the code. */
export async function eventDocuments() {
  const documents = new Map(eventDeclarations.map((event) => [`${nameOf(event)}.schema.json`, JSON.stringify(schemaOf(event))]));
  documents.set('asyncapi.yaml', yamlOf(asyncApiOf(topicDeclarations, eventDeclarations, examples())));
  return new Map(await Promise.all([...documents].map(async ([name, text]) => [name, await formatted(name, text)])));
}

/** Quotes all texts, so that no reader takes one for a date or a number. */
const yamlOf = (value) =>
  stringify(value, { aliasDuplicateObjects: false, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN', lineWidth: 0 });

/** AsyncAPI understands draft 7. This is the schema of the input, because readers ignore unknown fields. */
const schemaOf = ({ title, summary, data, ...event }) => {
  const { $schema, ...schema } = z.toJSONSchema(data, { target: 'draft-7', io: 'input', reused: 'inline' });
  return { $schema, $id: `${nameOf(event)}.schema.json`, title, description: summary, ...schema };
};

function examples() {
  const files = readdirSync(new URL('examples/', folder)).sort();
  return files.map((file) => {
    const { headers, payload } = JSON.parse(readFileSync(new URL(`examples/${file}`, folder), 'utf8'));
    return { name: file.replace(/\.json$/, ''), headers, payload };
  });
}

async function formatted(name, text) {
  const filepath = new URL(name, folder).pathname;
  return prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath });
}
