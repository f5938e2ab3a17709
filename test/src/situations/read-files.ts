import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inRepository } from '../harness/repository.js';
import type { Situation } from './situation.js';
import type { Place } from './world/place.js';

function readAll<T>(folder: string): T[] {
  const path = inRepository('test/src/situations', folder);
  const files = readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.flatMap((name) => parse(readFileSync(join(path, name), 'utf8')) as T[]);
}

/** All situations, file by file. */
export const readSituations = (): Situation[] => readAll('cases');

/** All places, file by file. */
export const readPlaces = (): Place[] => readAll('places');
