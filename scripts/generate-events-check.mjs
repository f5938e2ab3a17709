import { readFileSync } from 'node:fs';
import { eventDocuments, folder, presentDocuments } from './events/documents.mjs';

const documents = await eventDocuments();
const present = presentDocuments();
const differs = (name) => !present.includes(name) || readFileSync(new URL(name, folder), 'utf8') !== documents.get(name);
const problems = [
  ...[...documents.keys()].filter(differs).map((name) => `${name} is not what the code says`),
  ...present.filter((name) => !documents.has(name)).map((name) => `${name} belongs to no event in the code`),
];

problems.forEach((problem) => console.log(`FAILED  docs/events: ${problem}`));
console.log(problems.length > 0 ? 'Run npm run events:generate.' : `ok  docs/events: ${documents.size} documents as the code says`);
process.exitCode = problems.length > 0 ? 1 : 0;
