import { basename, dirname } from 'node:path';
import type { JsonObject, JsonValue } from '../hsds/record.js';
import { isRecord } from '../reading/json-record.js';
import { ownSource, sourceNameOf } from '../sources/source-name.js';
import { dataPackages, isOurs, sourceKey } from './files/data-package.js';
import { objectHintOf } from './files/file-kind.js';
import type { ReadLimits } from './files/limits.js';

/** The name of a directory, and its path. */
export interface DirectoryName {
  readonly name: string;
  /** The same for every file, if the files of a directory come one by one. */
  readonly path: string;
}

const nameless = 'directory';

/** The directory's own name: its publisher's, else that of its file or folder. */
export async function directoryName(path: string, limits: ReadLimits): Promise<DirectoryName> {
  const place = isPartOfFolder(path) ? dirname(path) : path;
  const said = [...new Set([...(await dataPackages(path, limits)).values()].map(publisherIn))];
  const publisher = said.length === 1 ? said[0] : null;
  return {
    name: publisher ?? sourceNameOf(basename(place).replace(/\.(zip|csv|tsv|txt|json|geojson|ndjson|jsonl|jsonlines)$/i, '')) ?? nameless,
    path: place,
  };
}

/** `services.csv` is part of its folder; its name does not identify a publisher. */
const isPartOfFolder = (path: string): boolean =>
  /\.(csv|tsv|txt|json|geojson|ndjson|jsonl|jsonlines)$/i.test(path) && objectHintOf(path)?.sure === true;

/** Names of the standard, not of a publisher. */
const ofStandard = /^(human[-_ ]?services?[-_ ]?data|open[-_ ]?referral|hsds|data-?package|haven-export)/i;

function publisherIn(read: JsonObject): string | null {
  // If our export names no source, all its ids are public.
  if (isOurs(read)) return textOf(read[sourceKey]) ?? ownSource;
  const contributors = Array.isArray(read.contributors) ? read.contributors : [];
  const publishers = contributors.filter((one) => isRecord(one) && one.role === 'publisher');
  const named = [read.publisher, publishers.length === 1 ? publishers[0] : undefined, read.name].map(nameIn);
  return named.find((name) => name !== null && !ofStandard.test(name)) ?? null;
}

function nameIn(value: JsonValue | undefined): string | null {
  const text = isRecord(value) ? (value.title ?? value.name) : value;
  return sourceNameOf(textOf(text) ?? '');
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
