import { rmSync, writeFileSync } from 'node:fs';
import { eventDocuments, folder, presentDocuments } from './events/documents.mjs';

const documents = await eventDocuments();
presentDocuments()
  .filter((name) => !documents.has(name))
  .forEach((name) => rmSync(new URL(name, folder)));
documents.forEach((text, name) => writeFileSync(new URL(name, folder), text));
console.log(`docs/events: ${[...documents.keys()].join(', ')}`);
