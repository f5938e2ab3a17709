import { folded, remembered } from '@haven/kernel';
import { isAmbiguousPair, languageTag } from './languages.js';
import { contradict, families } from './one-language.js';
import { isMajor, languageNamed } from './language-names.js';
import { languageOfCountry } from './language-of-country.js';

/** What we read about languages from a directory. */
export interface LanguagesRead {
  /** BCP 47. Languages that the staff speak. */
  readonly tags: readonly string[];
  /** Languages spoken only through an interpreter, or on request. Null: languages that the text does not name. */
  readonly interpreted: readonly (string | null)[];
  /** Whether part of the text names no language, or more than one. */
  readonly unread: boolean;
}

const nothing: LanguagesRead = { tags: [], interpreted: [], unread: false };
const unreadable: LanguagesRead = { ...nothing, unread: true };
const spoken = (...tags: readonly string[]): LanguagesRead => ({ ...nothing, tags });

/** Reads an HSDS language: its code, or else the names in its text ("English, Khmer and Thai"). Nothing is guessed. */
export const readLanguages = (code: string | null, name: string | null, note: string | null = null): LanguagesRead =>
  readOnce(code, name, note);

const knownMax = 10_000;
/** A cache: thousands of services of a directory have the same few texts. */
const readOnce = remembered(
  knownMax,
  (code: string | null, name: string | null, note: string | null) => JSON.stringify([code, name, note]),
  readAll,
);

function readAll(code: string | null, name: string | null, note: string | null): LanguagesRead {
  const coded = code === null ? nothing : readText(code, 'code');
  const named = name === null ? nothing : readText(name, 'name');
  if (isUnavailable(folded(note ?? ''))) return unreadable;
  const read = chosen(coded, named);
  const isByInterpreter = isNoteOfInterpreter(note ?? '') || (named.interpreted.length > 0 && named.tags.length === 0);
  if (isByInterpreter) return { ...read, tags: [], interpreted: unique([...read.interpreted, ...read.tags]) };
  return read;
}

/** The code counts; the name only if it says more, or if the code cannot be read. If they name different languages, a person must decide. */
function chosen(coded: LanguagesRead, named: LanguagesRead): LanguagesRead {
  if (!named.unread && contradict(allOf(coded), allOf(named))) return unreadable;
  const isWhole = coded.tags.length + coded.interpreted.length > 0 && !coded.unread;
  const tellsMore = !named.unread && named.tags.length > 1 && coded.tags.every((tag) => named.tags.includes(tag));
  if (isWhole) return tellsMore ? named : coded;
  if (named.tags.length + named.interpreted.length > 0 && !named.unread) return named;
  return joined([coded, named]);
}

const allOf = ({ tags, interpreted }: LanguagesRead): readonly string[] => [...tags, ...interpreted.filter((tag) => tag !== null)];

/** Notes are about many things; "translation by bilingual staff" means no interpreter. */
const isNoteOfInterpreter = (note: string): boolean =>
  noteOfInterpreter.test(folded(note)) && !/\b(?:bilingual|staff|native|fluent|no)\b/i.test(note);

const noteOfInterpreter =
  /\b(?:interpreters?|interpret(?:ation|ing|ed)|translators?|translations? (?:\w+ )?(?:on|upon|by) (?:request|demand)|language line|interprete\w*|dolmetscher\w*|pene?rjemah|penterjemah|juru ?bahasa|phien dich)\b|ล่าม|مترجم/;
/** The whole note says that nobody speaks it: "not available on Mondays" does not. */
const isUnavailable = (note: string): boolean =>
  /^(?:currently |temporarily |presently |now )?(?:unavailable|(?:not (?:currently |yet )?|no longer )(?:available|spoken|offered))(?: (?:now|currently|yet|at (?:present|this time|the moment)))?$/.test(
    note,
  );

const unique = <T>(tags: readonly T[]): T[] => [...new Set(tags)];

function joined(parts: readonly LanguagesRead[]): LanguagesRead {
  const tags = unique(parts.flatMap((part) => part.tags));
  const interpreted = unique(parts.flatMap((part) => part.interpreted)).filter((tag) => tag === null || !tags.includes(tag));
  return { tags, interpreted, unread: parts.some(({ unread }) => unread) };
}

type Kind = 'code' | 'name';

/** Characters and words that separate two languages, outside of brackets. */
const separators = /(?:[,;|/&+\n•·،؛、]|(?<=\s)(?:and|or|with|y|e|et|und|dan|и|و|และ)(?=\s))(?![^()]*\))/iu;
const interpreter =
  /\b(?:interpret\w*|translat\w*|interpr\w+|traduc\w*|dolmetsch\w*|penerjemah|penterjemah|juru ?bahasa|phien dich|language line)\b|ล่าม|مترجم/;
const interpreting = new RegExp(`${interpreter.source}|\\b(?:on|upon|by) (?:request|demand)\\b`);
const isInterpreter = (text: string): boolean => interpreting.test(folded(text));
const denying =
  /^(?:no|not|none|without|except|non|nicht|kein\w*|sin|pas|tidak)\b|\b(?:unavailable|no longer|not (?:\w+ )?(?:available|spoken|offered|supported))\b/;

function readText(text: string, kind: Kind): LanguagesRead {
  const whole = pairOf(text.trim()) ?? wholeOf(text, kind);
  return whole ?? joined(text.split(/[;\n•](?![^()]*\))/u).map((part) => readPart(part, kind)));
}

const wholeOf = (text: string, kind: Kind): LanguagesRead | null => {
  const whole = tagOf(text, kind);
  return whole === null ? null : spoken(whole);
};

/** "Lao-Thai": two names of languages, and not Lao in the Thai script. "en-es" may be two codes or the English of Spain. */
function pairOf(text: string): LanguagesRead | null {
  if (isAmbiguousPair(text)) return unreadable;
  const [, one, other] = /^(\p{L}{3,})-(\p{L}{4,})$/u.exec(text) ?? [];
  const tags = [one, other].map((name) => (name === undefined ? null : languageNamed(name)));
  const isPair = tags.every((tag) => tag !== null && isMajor(tag)) && tags[0] !== tags[1] && languageNamed(text) === null;
  return isPair ? spoken(...(tags as string[])) : null;
}

/** In "Thai and Khmer via interpreter" and "Thai, Khmer - interpreter on request", both languages are interpreted. */
function readPart(part: string, kind: Kind): LanguagesRead {
  const [, languages, remark] = withRemark.exec(part.trim()) ?? [];
  if (languages !== undefined && isRemarkOnAll(remark!)) return byInterpreter(readList(languages, kind), true);
  return readList(part, kind);
}

const withRemark =
  /^(.*?\p{L}[^:]*?)(?:\s+[-–—]+\s*|\s*:\s*|\s+(?:with|via|by|through|using|avec|par|con|mediante|por|com|mit|dengan|melalui|lewat|qua)\s+)([^:]*)$/iu;

const isRemarkOnAll = (remark: string): boolean =>
  isInterpreterAlone(remark) && !/\b(?:others?|any|all|many|most)\b/.test(folded(remark)) && !denying.test(folded(remark));

function readList(text: string, kind: Kind): LanguagesRead {
  const whole = wholeOf(text, kind);
  if (whole !== null) return whole;
  const items = text.split(separators).filter((item) => folded(item) !== '');
  // In "Interpreters for Spanish, Arabic", both languages are interpreted.
  const from = items.findIndex((item) => interpreting.test(folded(item)) && folded(item).search(interpreting) === 0);
  return joined(items.map((item, place) => byInterpreter(readItem(item.trim(), kind), from >= 0 && place >= from)));
}

const byInterpreter = (read: LanguagesRead, isSo: boolean): LanguagesRead =>
  isSo ? { ...read, tags: [], interpreted: [...read.tags, ...read.interpreted] } : read;

/** One language, maybe with a remark: "Chinese (Mandarin)", "Spanish - interpreter on request". */
function readItem(item: string, kind: Kind): LanguagesRead {
  if (isInterpreterAlone(item)) return { ...nothing, interpreted: [null] };
  const [, name, about] = /^(.+?)\s*\(([^()]*)\)\s*$/.exec(item) ?? /^(.+?)(?:\s+[-–—]+\s+|\s*:\s*)(.+)$/.exec(item) ?? [];
  if (name === undefined || about === undefined) return byInterpreter(readWords(item, kind), isInterpreter(item));
  if (denying.test(folded(about)) || denying.test(folded(name))) return unreadable;
  const named = byInterpreter(readWords(name, kind), isInterpreter(name) || isInterpreter(about));
  const more = joined(about.split(separators).map((part) => byInterpreter(readWords(part, kind), isInterpreter(item))));
  if (more.unread) return named;
  return named.unread || isFamilyOf(named.tags, more.tags) ? more : joined([named, more]);
}

const isFamilyOf = ([name, ...others]: readonly string[], tags: readonly string[]): boolean =>
  name !== undefined && others.length === 0 && tags.length > 0 && tags.every((tag) => tag === name || families[name]?.includes(tag));

/** Words that say how a language is spoken, not which. */
const filling =
  /\b(?:interpret\w*|translat\w*|interpr\w+|traduc\w*|penerjemah|penterjemah|juru ?bahasa|phiên dịch|language line|speaking|speaks?|spoken|speakers?|staff|fluent|native|bilingual|trilingual|multilingual|languages?|services?|available|offered|provided|only|also|in|for|by|via|we|habla\w*|hablamos|se|(?:on|upon|by) (?:request|demand)|telephone|phone)\b/gi;

/** "An interpreter": the article is not the code of Aragonese. */
const withoutFilling = (text: string): string => {
  const rest = text.replace(filling, ' ').replaceAll('ล่าม', ' ');
  return isInterpreter(text) ? rest.replace(/\b(?:an?|the|une?|una)\b/gi, ' ') : rest;
};

function readWords(text: string, kind: Kind): LanguagesRead {
  if (denying.test(folded(text))) return unreadable;
  const rest = withoutFilling(text);
  const tag = tagOf(text, kind) ?? tagOf(rest, kind);
  if (tag !== null) return spoken(tag);
  const country = languageOfCountry(rest);
  return severalWords(folded(rest)) ?? (country === null ? unreadable : spoken(country));
}

/** "Interpreter on request", "interpreters for other languages": an interpreter, but no language. */
const isInterpreterAlone = (item: string): boolean => {
  const rest = folded(withoutFilling(item))
    .replace(interpreter, ' ')
    .replace(/\b(?:others?|any|all|many|most)\b/g, ' ');
  return interpreter.test(folded(item)) && rest.trim() === '';
};

/** "Spanish English", "eng spa": all words must be names, or all must be codes; other words in between could mean anything. */
function severalWords(text: string): LanguagesRead | null {
  const words = text.split(' ');
  if (words.length < 2) return null;
  const codes = words.map((word) => (isShort(word) ? tagOf(word, 'code') : null));
  const names = words.map((word) => (isShort(word) ? null : languageNamed(word)));
  const all = [codes, names].find((tags) => tags.every((tag) => tag !== null && isMajor(tag)));
  return all ? spoken(...unique(all as string[])) : null;
}

const isShort = (word: string): boolean => word.length <= 3;
/** These are codes or names of languages, but people write them as ordinary words, or mean a larger language: "Luri" is spoken in Iran. */
const noCodes = new Set(
  'luri sara tai all and any are ask bcs etc even may maya na new non not oth see tba tbd tdd the tty two unk var yes'.split(' '),
);
const bcp47 = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;

/** A short word is a code. As a name it must not be the code of another language ("Ga" of Ghana is not Irish, "ASL" not Asilulu). */
function tagOf(text: string, kind: Kind): string | null {
  const word = text.replace(/[.@][\w-]+$/, '').replace(/^[^\p{L}]+|[^\p{L}\p{M}\p{N})]+$/gu, '');
  if (noCodes.has(word.toLowerCase()) || /^[a-z]?$/i.test(word) || word.includes('(')) return null;
  if (!bcp47.test(word)) return languageNamed(word);
  const coded = languageTag(word);
  const named = isShort(word) ? languageNamed(word) : null;
  if (named !== null && isAbbreviation(word)) return named;
  return kind === 'name' && (isNameOfAnother(word, named, coded) || word.toLowerCase() === 'no')
    ? null
    : (coded ?? (kind === 'name' || !isShort(word) ? languageNamed(word) : null));
}

/** A word of two letters, all small or all capital, is a code and not a name. */
const isNameOfAnother = (word: string, named: string | null, coded: string | null): boolean =>
  named !== null && coded !== null && named !== coded && !/^(?:[a-z]{2}|[A-Z]{2})$/.test(word);

/** People abbreviate sign languages with three letters, which are codes of other languages. */
const isAbbreviation = (word: string): boolean => ['asl', 'bsl', 'lsf'].includes(word.toLowerCase());
