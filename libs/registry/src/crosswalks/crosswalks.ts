import { readFileSync } from 'node:fs';
import { lazily, type NeedCategory } from '@haven/kernel';
import { parse } from 'csv-parse/sync';

/** How much a term or a free word says about a category. data/crosswalks/README.md explains each value. */
export type Strength =
  'decides' | 'confirmed' | 'likely' | 'hint' | 'never' | 'none' | 'name' | 'description' | 'last' | 'confirms' | 'denies' | 'unless';

/** A line of a crosswalk. */
export interface CrosswalkLine {
  /** Empty: the code stands for all codes with this prefix. */
  readonly term: string;
  readonly code: string;
  /** Empty: the line is about no category, or about all. */
  readonly category: NeedCategory | '';
  readonly strength: Strength;
  /** The people whom the term means, in the words of data/crosswalks/README.md, separated by spaces. */
  readonly persons: string;
}

/** Every crosswalk, one CSV file each. */
export const crosswalkNames = [
  ...(['open-eligibility', '211', 'unhcr-services-advisor', 'ocha-clusters', 'ntee', 'hud'] as const),
  ...(['spreadsheets', 'free-words'] as const),
] as const;
/** {@link crosswalkNames} */
export type CrosswalkName = (typeof crosswalkNames)[number];

const read = (name: CrosswalkName): readonly CrosswalkLine[] =>
  parse(readFileSync(new URL(`../../../../data/crosswalks/${name}.csv`, import.meta.url), 'utf8'), { columns: true });

/** The lines of each crosswalk. Read on first use, since most processes read no directory. */
export const crosswalks: () => ReadonlyMap<CrosswalkName, readonly CrosswalkLine[]> = lazily(
  () => new Map(crosswalkNames.map((name) => [name, read(name)])),
);
