import { basename, dirname } from 'node:path';
import type { JsonObject, JsonValue } from '../hsds/record.js';
import { isRecord } from '../reading/json-record.js';
import { ownSource, sourceNameOf } from '../sources/source-name.js';
import { dataPackages, isOurs, sourceKey } from './files/data-package.js';
import { objectHintOf } from './files/file-kind.js';
import type { ReadLimits } from './files/limits.js';

/** What a directory is called, and where it is. */
export interface DirectoryName {
  readonly name: string;
  /** The same for every file of a directory that comes file by file. */
  readonly path: string;
}

const nameless = 'directory';

/** The name that a directory has of its own: its publisher's, else that of its file or folder. */
export async function directoryName(path: string, limits: ReadLimits): Promise<DirectoryName> {
  const place = isPartOfFolder(path) ? dirname(path) : path;
  const said = [...new Set([...(await dataPackages(path, limits)).values()].map(publisherIn))];
  const publisher = said.length === 1 ? said[0] : null;
  return {
    name: publisher ?? sourceNameOf(basename(place).replace(/\.(zip|csv|tsv|txt|json|geojson|ndjson|jsonl|jsonlines)$/i, '')) ?? nameless,
    path: place,
  };
}

/** `services.csv` is a part of its folder; it says nothing of whose it is. */
const isPartOfFolder = (path: string): boolean =>
  /\.(csv|tsv|txt|json|geojson|ndjson|jsonl|jsonlines)$/i.test(path) && objectHintOf(path)?.sure === true;

/** Names that stand for the standard, not for a publisher. */
const ofStandard = /^(human[-_ ]?services?[-_ ]?data|open[-_ ]?referral|hsds|data-?package|haven-export)/i;

function publisherIn(read: JsonObject): string | null {
  // In an export of ours that names no source all ids are public.
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
