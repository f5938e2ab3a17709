import type { ServiceSnapshot } from '@haven/events';
import { Gender } from '@haven/kernel';
import { havenCode, havenValues } from '../hsds/haven-attributes.js';
import { type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { type InterpretedBy, type InterpretedLanguage, interpretedBy, readInterpretation } from '../languages/read-interpretation.js';
import { readLanguage, readLanguageTexts } from '../languages/said-languages.js';

type Interpreter = NonNullable<ServiceSnapshot['interpreters']>[number];

/** Our attributes about interpreters. */
interface Details {
  readonly by: readonly InterpretedBy[];
  readonly about: Pick<Interpreter, 'genders' | 'fromCommunity'>;
}

/**
 * The interpreters at a service or its places. `isTheirWork`: the service offers interpretation; then languages with details about
 * interpreters are interpreted, not just spoken.
 */
export function interpretersOf(
  record: JsonRecord,
  places: readonly JsonRecord[],
  isTheirWork: boolean,
): Pick<ServiceSnapshot, 'interpreters'> {
  const whole = detailsOf(record);
  const listed = [record, ...places].flatMap((holder) => amongLanguages(holder, whole, isTheirWork));
  const fromText = readInterpretation(textOf(record, 'interpretation_services') ?? '').ways.map((way) => ({ ...way, ...whole.about }));
  const different = new Map([...listed, ...fromText].map((one) => [`${one.language} ${one.by}`, one]));
  return different.size > 0 ? { interpreters: [...different.values()] } : {};
}

/** Languages in a record that come through an interpreter, or have details about the interpreter. */
function amongLanguages(record: JsonRecord, whole: Details, isTheirWork: boolean): Interpreter[] {
  const texts = readLanguageTexts(record).flatMap(({ field, read: { interpreted } }) =>
    waysOf(interpreted, interpretedBy(String(record[field]))),
  );
  const nested = listOf(record, 'languages').flatMap((language) => {
    const { tags, interpreted } = readLanguage(language);
    const own = detailsOf(language);
    const { about, by } = { about: { ...whole.about, ...own.about }, by: own.by.length > 0 ? own.by : whole.by };
    const ownWay = interpretedBy(`${textOf(language, 'name') ?? ''} ${textOf(language, 'note') ?? ''}`);
    const hasDetails = by.length + Object.keys(about).length > 0;
    const isSpoken = (isTheirWork && hasDetails) || own.by.length > 0;
    const spoken = isSpoken ? tags.flatMap((tag) => withDetails(tag, by)) : [];
    const through = interpreted.flatMap((tag): Interpreter[] => (own.by.length > 0 ? withDetails(tag, own.by) : waysOf([tag], ownWay)));
    return [...spoken, ...through].map((way) => ({ ...way, ...about }));
  });
  return [...nested, ...texts.map((way) => ({ ...way, ...whole.about }))];
}

const waysOf = (languages: readonly (string | null)[], by: InterpretedBy): InterpretedLanguage[] =>
  languages.map((language) => ({ language, by }));

const withDetails = (language: string | null, by: readonly InterpretedBy[]): Interpreter[] =>
  by.length > 0 ? by.map((one) => ({ language, by: one })) : [{ language }];

function detailsOf(record: JsonRecord): Details {
  const values = (code: string) => havenValues(record, code).map((value) => value.toUpperCase());
  const genders = Object.values(Gender).filter((gender) => values(havenCode.interpreterGender).includes(gender));
  const [fromCommunity] = values(havenCode.interpreterFromCommunity);
  return {
    by: (['THERE', 'PHONE'] as const).filter((by) => values(havenCode.interpreterBy).includes(by)),
    about: {
      ...(genders.length > 0 && { genders }),
      ...((fromCommunity === 'TRUE' || fromCommunity === 'FALSE') && { fromCommunity: fromCommunity === 'TRUE' }),
    },
  };
}
