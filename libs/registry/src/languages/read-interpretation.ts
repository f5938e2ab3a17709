import { folded } from '@haven/kernel';
import { readLanguages } from './read-languages.js';

/** How the interpreter works: at the place, or by phone. */
export type InterpretedBy = 'THERE' | 'PHONE';

/** A language for which there is an interpreter; null: languages that the text does not name. */
export interface InterpretedLanguage {
  readonly language: string | null;
  readonly by: InterpretedBy;
}

/** What we read from a text about interpreters. */
export interface InterpretationRead {
  readonly ways: readonly InterpretedLanguage[];
  /** Nothing in it was understood. */
  readonly unread: boolean;
}

const byPhone =
  /\b(?:phone|phones|telephone|telephonic|language ?line|remote|remotely|video|call|called|hotline|telepon|telefono|dien thoai)\b|โทรศัพท์|هاتف/;
const inTheHouse = /\b(?:on ?site|in person|in ?house|face to face|di tempat)\b/;
const interpreting =
  /\b(?:interpret\w*|translat\w*|interpr\w+|traduc\w*|penerjemah|juru ?bahasa|phien dich|language ?line|languages?|bahasa|yes|available)\b|ล่าม|ภาษา|مترجم|បកប្រែ/;
const free = /\b(?:at )?(?:no|free of|without) (?:cost|charge|additional cost)\b|\bfree\b/g;
const denying = /\b(?:no|not|none|without|except|unavailable|tidak|nicht|pas)\b|^n ?a$/;

/** Words that describe the interpreting but name no language. Other words are read as languages. */
const filling =
  /\b(?:on[- ]?site|in[- ](?:person|house|the house)|face[- ]to[- ]face|(?:on|upon|by|with) (?:advance |prior )?(?:request|notice|demand)|an?|the|is|are|can|be|there|our|we|ha(?:s|ve)|on|by|with|for|of|from|in|through|via|over|trained|professional|qualified|certified|remote(?:ly)?|video|call(?:ed)?|hotline|(?:par|por|via|lewat|melalui|mediante|au) (?:t[ée]l[ée]phone|tel[ée]fono|telefone|telepon)|sur place|en persona|presencial(?:es)?|di tempat|avec|con|com|sur (?:demande|rendez-vous)|(?:interprètes?|intérpretes?)(?: (?:en|de))?)\b/gi;

/** How the interpreter works, by a text about interpreters only. Without a word about phones, they work at the place. */
export const interpretedBy = (text: string): InterpretedBy => (byPhone.test(folded(text)) ? 'PHONE' : 'THERE');

/** Reads `interpretation_services`, sentence by sentence. A language that it does not name is `null`; nothing is guessed. */
export function readInterpretation(text: string): InterpretationRead {
  const sentences = text
    .split(/[.;\n]+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
  const read = sentences.map(readSentence);
  const ways = read.flatMap((found) => found ?? []);
  const different = ways.filter(({ language, by }, i) => ways.findIndex((other) => other.language === language && other.by === by) === i);
  return { ways: different, unread: sentences.length > 0 && read.every((found) => found === null) };
}

/** Null if nothing in it was understood. */
function readSentence(sentence: string): InterpretedLanguage[] | null {
  const words = folded(sentence).replace(free, ' ').trim();
  if (denying.test(words)) return [];
  const phone = byPhone.test(words);
  const ways: InterpretedBy[] = !phone ? ['THERE'] : inTheHouse.test(words) ? ['THERE', 'PHONE'] : ['PHONE'];
  const named = languagesIn(sentence);
  if (named.length === 0 && !interpreting.test(words) && !phone) return null;
  const languages = named.length > 0 ? named : [null];
  return languages.flatMap((language) => ways.map((by) => ({ language, by })));
}

const separators = /[,/&+:()]|\b(?:and|or|y|et|dan|và)\b/iu;

/** It may be a code, or an ordinary word that looks like one. */
const isShort = (part: string): boolean => /^[a-z]{0,3}$/.test(part);

function languagesIn(sentence: string): string[] {
  const parts = sentence.split(separators).map((part) => part.replace(filling, ' ').trim());
  const words = parts.filter((part) => part !== '' && (!isShort(part) || parts.every(isShort)));
  return words.flatMap((part) => {
    const { tags, interpreted } = readLanguages(null, part);
    return [...tags, ...interpreted.filter((tag) => tag !== null)];
  });
}
