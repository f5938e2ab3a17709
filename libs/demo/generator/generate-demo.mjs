import { writeFileSync } from 'node:fs';
import { demoText } from './directory.mjs';

const target = new URL('../data/services.ndjson', import.meta.url);
const text = demoText();
writeFileSync(target, text);
console.log(`libs/demo/data/services.ndjson: ${text.split('\n').length - 1} services, ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`);
