import type { AskedInterpreter, ListedAttribute, ListedService } from '../contract-types.js';
import { heard, isSign, someSign } from './heard.js';

/** An interpreter at a service; null: unknown. */
export interface Voice {
  /** Null: other languages, without their names. */
  readonly language: string | null;
  readonly by: 'THERE' | 'PHONE' | null;
  readonly genders: readonly string[] | null;
  readonly fromCommunity: boolean | null;
}

/** Wishes about an interpreter. Each is a function, so that a test can replace one by a wrong one. Null: unknown. */
export interface InterpreterRules {
  hasGender(voice: Voice, wanted: readonly string[]): boolean | null;
  isByPhone(voice: Voice): boolean | null;
  isOutside(voice: Voice): boolean | null;
  isWanted(organizationId: string, wish: AskedInterpreter): boolean;
  /** Whether the interpreter names this language. */
  interprets(voice: Voice, wanted: string): boolean;
}

/** The rules of the schema at InterpreterInput. */
export const interpreterRules: InterpreterRules = {
  hasGender: ({ genders }, wanted) => {
    if (!genders) return null;
    if (genders.some((gender) => wanted.includes(gender))) return true;
    return genders.includes('UNDISCLOSED') ? null : false;
  },
  isByPhone: ({ by }) => by && by === 'PHONE',
  isOutside: ({ fromCommunity }) => (fromCommunity === null ? null : !fromCommunity),
  isWanted: (organizationId, { notOrganizationIds = [] }) => !notOrganizationIds.includes(organizationId),
  interprets: ({ language, by }, wanted) => language === wanted && wanted !== someSign && !(isSign(wanted) && by === 'PHONE'),
};

type Speaking = Pick<ListedService, 'languages' | 'phones' | 'hsds' | 'categories' | 'organization'>;
type About = Pick<Voice, 'genders' | 'fromCommunity'>;

function detailsOf(attributes: readonly ListedAttribute[] = []) {
  const values = (code: string) =>
    attributes.filter(({ taxonomy_term: term }) => term?.code === `haven:interpreter.${code}`).map(({ value }) => String(value));
  const [community] = values('from-community');
  return { by: values('by') as ('THERE' | 'PHONE')[], genders: values('gender'), community };
}

/** From languages, then the text about interpreters, then phones. */
export function voicesOf({ languages, phones, hsds, categories }: Speaking): Voice[] {
  const whole = detailsOf(hsds.attributes);
  const about: About = {
    genders: whole.genders.length > 0 ? whole.genders : null,
    fromCommunity: whole.community === undefined ? null : whole.community === 'true',
  };
  const isTheirWork = categories.includes('INTERPRETATION');
  const hasDetails = whole.by.length > 0 || about.genders !== null || about.fromCommunity !== null;
  const ways = whole.by.length > 0 ? whole.by : [null];
  const listed = isTheirWork && hasDetails ? languages.flatMap((tag) => ways.map((by) => ({ language: heard(tag), by, ...about }))) : [];
  const told = toldIn(hsds.interpretation_services ?? '').map((way) => ({ ...way, ...about }));
  const onPhones = phones.flatMap((phone) => phone.languages).map((tag): Voice => voice(heard(tag), 'PHONE'));
  const voices: Voice[] = [...listed, ...told, ...onPhones];
  const named = voices.map(({ language }) => language);
  const bare = isTheirWork ? languages.map(heard).filter((language) => !named.includes(language)) : [];
  return [...voices, ...bare.map((language) => voice(language, null))];
}

const voice = (language: string | null, by: Voice['by']): Voice => ({ language, by, genders: null, fromCommunity: null });

const languageNames = ['en', 'km', 'my', 'th', 'vi', 'zh', 'ar', 'bn', 'ta', 'lo'];

/** The forms of text in the directories of these tests. */
function toldIn(text: string): Pick<Voice, 'language' | 'by'>[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const [, house = ''] = /in the house: ([^.;]+)/i.exec(text) ?? [];
  const there = languageNames.filter((tag) => house.split(' and ').includes(names.of(tag)!));
  const phone = /^Interpreters for .* by telephone/.test(text) ? [...text.matchAll(/\((\w+)\)/g)].map(([, tag]) => tag!) : [];
  return [
    ...there.map((language) => ({ language, by: 'THERE' as const })),
    ...phone.map((language) => ({ language, by: 'PHONE' as const })),
    ...(/others by telephone|can be called/i.test(text) ? [{ language: null, by: 'PHONE' as const }] : []),
  ];
}

/** Questions about an interpreter; null: they do not suit. */
export function asksAbout(one: Voice, wish: AskedInterpreter | null | undefined, rules: InterpreterRules): string[] | null {
  const { genders = [], byPhoneOnly = false, notFromCommunity = false } = wish ?? {};
  const verdicts: readonly (readonly [string, boolean | null])[] = [
    ['ASK_INTERPRETER_GENDER', genders.length === 0 || rules.hasGender(one, genders)],
    ['ASK_INTERPRETER_BY_PHONE', !byPhoneOnly || rules.isByPhone(one)],
    ['ASK_INTERPRETER_COMMUNITY', !notFromCommunity || rules.isOutside(one)],
  ];
  if (verdicts.some(([, verdict]) => verdict === false)) return null;
  return verdicts.filter(([, verdict]) => verdict === null).map(([code]) => code);
}

/** The fewest questions about one of several suitable interpreters; null: none is suitable. */
export const leastAsks = (
  voices: readonly Voice[],
  wish: AskedInterpreter | null | undefined,
  rules: InterpreterRules,
): readonly string[] | null =>
  voices
    .flatMap((one) => [asksAbout(one, wish, rules) ?? []].filter(() => asksAbout(one, wish, rules) !== null))
    .reduce<string[] | null>((least, asks) => (least === null || asks.length < least.length ? asks : least), null);

/** Whether a service interprets a language, and the questions about it; null: it does not, or nobody there suits. */
export function interpretation(
  service: Speaking,
  wanted: string,
  wish: AskedInterpreter | null | undefined,
  rules: InterpreterRules,
): { readonly isNamed: boolean; readonly asks: readonly string[] } | null {
  if (wish && !rules.isWanted(service.organization.id, wish)) return null;
  const all = voicesOf(service);
  const named = all.filter((one) => rules.interprets(one, wanted));
  const open = all.length === 0 ? [voice(null, null)] : all.filter((one) => mayDo(one, wanted));
  const asks = leastAsks(named.length > 0 ? named : open, wish, rules);
  return asks && { isNamed: named.length > 0, asks: named.length > 0 ? asks : ['ASK_LANGUAGES', ...asks] };
}

/** An interpreter whose languages, or sign language, are not fully known. */
export function mayDo({ language, by }: Voice, wanted: string): boolean {
  if (language === null) return !isSign(wanted);
  return isSign(language) && isSign(wanted) && [language, wanted].includes(someSign) && by !== 'PHONE';
}
