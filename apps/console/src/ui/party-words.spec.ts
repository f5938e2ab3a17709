import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readParty, type PartyWords, type Someone } from '../app/party/party';
import { languages } from '../i18n/languages';

const expected: Readonly<Record<keyof PartyWords, Pick<Someone, 'gender' | 'mayBeMinor'>>> = {
  woman: { gender: 'WOMAN', mayBeMinor: false },
  man: { gender: 'MAN', mayBeMinor: false },
  girl: { gender: 'WOMAN', mayBeMinor: true },
  boy: { gender: 'MAN', mayBeMinor: true },
  child: { gender: 'UNDISCLOSED', mayBeMinor: true },
  transWoman: { gender: 'TRANS_WOMAN', mayBeMinor: false },
  transMan: { gender: 'TRANS_MAN', mayBeMinor: false },
  nonBinary: { gender: 'NON_BINARY', mayBeMinor: false },
};

describe.each(languages.map(({ code }) => code))('a typed party in %s', (code) => {
  const texts = JSON.parse(readFileSync(new URL(`../i18n/messages/${code}.json`, import.meta.url), 'utf8')) as Record<string, string>;
  const words = Object.fromEntries(
    Object.keys(expected).map((kind) => [kind, texts[`party.words.${kind}`]!.split('|')]),
  ) as unknown as PartyWords;

  it('each word means one kind of person only', () => {
    for (const [kind, who] of Object.entries(expected))
      for (const word of words[kind as keyof PartyWords])
        expect({ word, read: readParty(word.toLowerCase(), words) }).toEqual({ word, read: [{ ...who, age: null }] });
  });

  it.each(['party.help', 'party.unclear'])('the example of %s can be read', (id) => {
    const text = texts[id]!;
    const end = text.indexOf('3') + 1;
    const readings = Array.from({ length: end }, (_, start) => readParty(text.slice(start, end), words));
    expect(readings).toContainEqual([
      { gender: 'WOMAN', age: 24, mayBeMinor: false },
      { gender: 'MAN', age: 3, mayBeMinor: false },
    ]);
  });
});
