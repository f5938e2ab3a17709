import { matching, type SeededFault } from './seeded-fault.js';

const languages = (file: string) => matching(`languages/${file}`);

/** Who can talk with whom, and who interprets. */
export const languageFaults: Readonly<Record<string, SeededFault>> = {
  'what is understood is foreign': {
    file: languages('language-fit.ts'),
    find: 'close(wanted, spoken) ??',
    replace: 'close(wanted, spoken.slice(99)) ??',
  },
  'whom one understands understands one': {
    file: languages('understands.ts'),
    find: 'understood.has(pairOf(speechOf(speaker), speechOf(language)))',
    replace:
      '[pairOf(speechOf(speaker), speechOf(language)), pairOf(speechOf(language), speechOf(speaker))].some((pair) => understood.has(pair))',
  },
  'a code of its own is a language of its own': {
    file: languages('speech.ts'),
    find: 'sameLanguages.get(base) ?? base',
    replace: 'sameLanguages.get(base + base) ?? base',
  },
  'nobody interprets': {
    file: languages('language-fit.ts'),
    find: 'interpreted(wanted, interpreters) ?? {',
    replace: 'interpreted(wanted, interpreters.slice(99)) ?? {',
  },
  'who answers the phone speaks no language': {
    file: languages('interpreter.ts'),
    find: 'phones.flatMap(({ languages }) => languages)',
    replace: 'phones.flatMap(({ languages }) => languages.slice(99))',
    rebuild: true,
  },
  'signs are heard on the phone': {
    file: languages('interpreter.ts'),
    find: "&& by === 'PHONE'",
    replace: '&& by === wanted',
  },
  'whoever speaks a language interprets another': {
    file: matching('judging/talk/judge-talk.ts'),
    find: 'isSilent ? [{ language: null }] : perhaps',
    replace: 'isSilent || perhaps.length >= 0 ? [{ language: null }] : perhaps',
  },
  'an interpreter of any language is one of this': {
    file: matching('judging/talk/judge-talk.ts'),
    find: 'one.language !== null && interprets',
    replace: 'interprets',
  },
  'an interpreter for the second language will do': {
    file: matching('judging/talk/judge-talk.ts'),
    find: 'wish?.language ?? languages[0]!',
    replace: 'wish?.language ?? languages.at(-1)!',
  },
  'the gender of interpreters does not matter': {
    file: languages('interpreter-wish.ts'),
    find: "genders.includes('UNDISCLOSED') ? null : false",
    replace: "genders.includes('UNDISCLOSED') ? null : true",
  },
  'a gender that is not said shuts out': {
    file: languages('interpreter-wish.ts'),
    find: 'if (!genders) return null',
    replace: 'if (!genders) return false',
  },
  'interpreters may be there': { file: languages('interpreter-wish.ts'), find: "by === 'PHONE'", replace: 'by.length > 0' },
  'interpreters may be of the community': {
    file: languages('interpreter-wish.ts'),
    find: '!fromCommunity)',
    replace: 'fromCommunity || true)',
  },
  'any organization will do': {
    file: languages('interpreter-wish.ts'),
    find: '.includes(organizationId)',
    replace: '.includes(`not ${organizationId}`)',
  },
  'a wish for something else is none': {
    file: matching('judging/talk/judge-talk.ts'),
    find: 'wish ? suitable.map',
    replace: 'wish && !wanted ? suitable.map',
  },
  'some sign language is every sign language': {
    file: languages('language-fit.ts'),
    find: 'isSaid(tag) && there.has',
    replace: 'there.has',
  },
};
