import { folded } from '@haven/kernel';
import { validate as isUuid } from 'uuid';
import type { RecordKey } from '../hsds/relation.js';
import { keyText } from '../hsds/relation.js';
import { ownSource } from './source-name.js';

/** An object with its publisher's id. Organizations and services have names; the name of an address is its street and town. */
export interface Known extends RecordKey {
  readonly name: string | null;
}

/** An object that a source has under an id. */
export interface Stored extends Known {
  readonly source: string;
  /** It is a public id that no publisher uses. */
  readonly isPublic: boolean;
}

/** The facts for choosing a source. */
export interface Evidence {
  /** The source that the caller names; null if none. */
  readonly given: string | null;
  /** The directory's own name: its publisher's, or that of its file or folder. */
  readonly ownName: string;
  /** Some of its organizations, services and addresses; if it has no organizations and services, some objects that it refers to. */
  readonly sample: readonly Known[];
  /** Objects that each source has under the same ids. */
  readonly stored: readonly Stored[];
  /** Names of all sources. */
  readonly sources: readonly string[];
  /** Sources that were last read from this path. */
  readonly readHere: readonly string[];
}

/** The source of a directory, and what the report must say about the choice; null if nothing. */
export interface Choice {
  readonly source: string;
  readonly remark: 'SOURCE_RECOGNISED' | 'SOURCE_KEPT_APART' | 'SOURCE_CONTRADICTED' | null;
}

/**
 * The source that the caller names. Otherwise the one with these organizations, by id and name, whatever the name of the file. Otherwise
 * the directory's own name, unless it belongs to somebody else: two directories never silently become one. Haven's own source belongs to no
 * publisher: naming it does not take a directory away from its source.
 */
export function chooseSource(evidence: Evidence): Choice {
  const { given, ownName, sources, readHere } = evidence;
  const compared = new Map(sources.map((source) => [source, comparedWith(source, evidence)]));
  const isOther = (source: string): boolean => compared.has(source) && contradicts(compared.get(source)!);
  if (given !== null && given !== ownSource) return { source: given, remark: isOther(given) ? 'SOURCE_CONTRADICTED' : null };
  const alike = sources.filter((source) => isSame(compared.get(source)!, compared)).sort(byLikeness(ownName, compared));
  const same = hasPublicIds(evidence) || (alike.length > 1 && areApart(alike, evidence)) ? ownSource : alike[0];
  if (same !== undefined) return { source: same, remark: same === ownName ? null : 'SOURCE_RECOGNISED' };
  const here = readHere.find((source) => isNumbered(source, ownName) && !isOther(source));
  if (here !== undefined) return { source: here, remark: null };
  if (given === ownSource) return { source: given, remark: isOther(given) ? 'SOURCE_CONTRADICTED' : null };
  if (!sources.includes(ownName)) return { source: ownName, remark: null };
  return { source: freeName(ownName, sources), remark: 'SOURCE_KEPT_APART' };
}

interface Compared {
  readonly organizations: Counts;
  readonly services: Counts;
  readonly addresses: Counts;
  readonly others: Counts;
  /** An organization with the same name and the same UUID. */
  readonly isCertain: boolean;
  /** Objects of the directory that can be compared by name. */
  readonly has: { readonly organizations: boolean; readonly services: boolean };
}

interface Counts {
  readonly alike: number;
  readonly other: number;
}

const compared: ReadonlySet<string> = new Set(['organization', 'service', 'address']);

function comparedWith(source: string, { sample, stored }: Evidence): Compared {
  const names = new Map(stored.filter((one) => one.source === source && !one.isPublic).map((one) => [keyText(one), foldedName(one)]));
  // Each document of a directory repeats its organization.
  const distinct = [...new Map(sample.map((one) => [keyText(one), one])).values()];
  const isAlike = (one: Known): boolean => names.get(keyText(one)) === foldedName(one);
  const counts = (isOf: (object: string) => boolean): Counts => {
    const shared = distinct.filter((one) => isOf(one.object) && names.has(keyText(one)));
    const alike = shared.filter(isAlike).length;
    return { alike, other: shared.length - alike };
  };
  return {
    organizations: counts((object) => object === 'organization'),
    services: counts((object) => object === 'service'),
    addresses: counts((object) => object === 'address'),
    others: counts((object) => !compared.has(object)),
    isCertain: sample.some((one) => one.object === 'organization' && isUuid(one.id) && isAlike(one)),
    has: {
      organizations: sample.some(({ object, name }) => object === 'organization' && name !== null),
      services: sample.some(({ object, name }) => object === 'service' && name !== null),
    },
  };
}

const foldedName = ({ name }: Known): string => folded(name ?? '');

/** A directory without names belongs to the only source that has the objects that it refers to. */
function isSame(one: Compared, all: ReadonlyMap<string, Compared>): boolean {
  const { organizations, services, has } = one;
  if (has.organizations) return organizations.alike > organizations.other && services.alike >= services.other && isSupported(one);
  if (has.services) return services.alike > services.other;
  return sharedIn(one) > 0 && [...all.values()].every((other) => other === one || sharedIn(other) === 0);
}

/** Two directories may have one organization of the same name and number ("Caritas", 1): that alone does not make them one. */
const isSupported = ({ organizations, services, addresses, isCertain, has }: Compared): boolean =>
  isCertain || !has.services || organizations.alike > 1 || services.alike > 0 || addresses.alike > addresses.other;

const isNamed = ({ object }: Known): boolean => object !== 'address';

/** Only an export of everything in one file has ids that no publisher uses. */
function hasPublicIds({ sample, stored }: Evidence): boolean {
  const names = new Map(sample.filter(isNamed).map((one) => [keyText(one), foldedName(one)]));
  return stored.some((one) => one.isPublic && names.get(keyText(one)) === foldedName(one));
}

/** Only an export of everything has objects of several sources; its ids are the public ones. */
function areApart(sources: readonly string[], { sample, stored }: Evidence): boolean {
  const names = new Map(sample.filter(isNamed).map((one) => [keyText(one), foldedName(one)]));
  const shared = stored.filter((one) => sources.includes(one.source) && names.get(keyText(one)) === foldedName(one)).map(keyText);
  return new Set(shared).size === shared.length;
}

/** The same ids, but other names for most. Addresses count only if no service is the same: a service moves at any time. */
function contradicts({ organizations, services, addresses, isCertain, has }: Compared): boolean {
  if (isCertain || !(has.organizations || has.services)) return false;
  if (organizations.other > organizations.alike) return true;
  if (organizations.alike > 1) return false;
  if (services.alike === 0 && addresses.alike + addresses.other > 0) return addresses.other > addresses.alike;
  return organizations.alike === 0 && services.other > services.alike;
}

const byLikeness =
  (ownName: string, compared: ReadonlyMap<string, Compared>) =>
  (a: string, b: string): number =>
    Number(b === ownName) - Number(a === ownName) || alikeIn(compared.get(b)!) - alikeIn(compared.get(a)!);

const alikeIn = ({ organizations, services }: Compared): number => organizations.alike + services.alike;
const sharedIn = ({ organizations, services, others }: Compared): number =>
  [organizations, services, others].reduce((sum, { alike, other }) => sum + alike + other, 0);

const isNumbered = (source: string, name: string): boolean =>
  source === name || (source.startsWith(name) && /^-\d+$/.test(source.slice(name.length)));

function freeName(name: string, sources: readonly string[]): string {
  for (let number = 2; ; number++) if (!sources.includes(`${name}-${number}`)) return `${name}-${number}`;
}
