import { folded } from '@haven/kernel';
import { readLanguages } from './read-languages.js';

/** How an interpreter is there. */
export type InterpretedBy = 'THERE' | 'PHONE';

/** One language that somebody interprets there; null: others, which is not said. */
export interface InterpretedLanguage {
  readonly language: string | null;
  readonly by: InterpretedBy;
}

/** What a text about interpreters says. */
export interface InterpretationRead {
  readonly ways: readonly InterpretedLanguage[];
  /** It says nothing that is understood. */
  readonly unread: boolean;
}

const byPhone =
  /\b(?:phone|phones|telephone|telephonic|language ?line|remote|remotely|video|call|called|hotline|telepon|telefono|dien thoai)\b|โทรศัพท์|هاتف/;
const inTheHouse = /\b(?:on ?site|in person|in ?house|face to face|di tempat)\b/;
const interpreting =
  /\b(?:interpret\w*|translat\w*|interpr\w+|traduc\w*|penerjemah|juru ?bahasa|phien dich|language ?line|languages?|bahasa|yes|available)\b|ล่าม|ภาษา|مترجم|បកប្រែ/;
const free = /\b(?:at )?(?:no|free of|without) (?:cost|charge|additional cost)\b|\bfree\b/g;
const denying = /\b(?:no|not|none|without|except|unavailable|tidak|nicht|pas)\b|^n ?a$/;

/** What says how and for whom, and no language: whatever is left names one, or nothing is understood. */
const filling =
  /\b(?:on[- ]?site|in[- ](?:person|house|the house)|face[- ]to[- ]face|(?:on|upon|by|with) (?:advance |prior )?(?:request|notice|demand)|an?|the|is|are|can|be|there|our|we|ha(?:s|ve)|on|by|with|for|of|from|in|through|via|over|trained|professional|qualified|certified|remote(?:ly)?|video|call(?:ed)?|hotline|(?:par|por|via|lewat|melalui|mediante|au) (?:t[ée]l[ée]phone|tel[ée]fono|telefone|telepon)|sur place|en persona|presencial(?:es)?|di tempat|avec|con|com|sur (?:demande|rendez-vous)|(?:interprètes?|intérpretes?)(?: (?:en|de))?)\b/gi;

/** How somebody interprets by a text that is not about anything else; who does not say is there. */
export const interpretedBy = (text: string): InterpretedBy => (byPhone.test(folded(text)) ? 'PHONE' : 'THERE');

/** The text of `interpretation_services`, sentence by sentence. Languages that it does not name are `null`, and nothing is guessed. */
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

/** null: it says nothing that is understood. */
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

/** A code, or a word of a sentence that is one by chance. */
const isShort = (part: string): boolean => /^[a-z]{0,3}$/.test(part);

function languagesIn(sentence: string): string[] {
  const parts = sentence.split(separators).map((part) => part.replace(filling, ' ').trim());
  const words = parts.filter((part) => part !== '' && (!isShort(part) || parts.every(isShort)));
  return words.flatMap((part) => {
    const { tags, interpreted } = readLanguages(null, part);
    return [...tags, ...interpreted.filter((tag) => tag !== null)];
  });
}
