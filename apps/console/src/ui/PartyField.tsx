import { useState, type KeyboardEvent } from 'react';
import { useSpeech, type Speech } from '../i18n/messages';
import { Chip } from './Chip';
import { Field } from './Field';
import { partyMax, readParty, type PartyWords, type Someone } from '../app/party/party';

const kinds = ['woman', 'man', 'girl', 'boy', 'child', 'transWoman', 'transMan', 'nonBinary'] as const;

/** The words of the language, and the English ones, which many type anyway. */
function wordsOf(t: Speech['t']): PartyWords {
  const english = { woman: 'woman|w|f', man: 'man|m', girl: 'girl|g', boy: 'boy|b', child: 'child|c' } as const;
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      `${t(`party.words.${kind}`)}|${kind in english ? english[kind as 'woman'] : kind}`.toLowerCase().split('|'),
    ]),
  ) as unknown as PartyWords;
}

/** Who comes: typed as on the phone, "woman 24, boy 3". */
export function PartyField(props: {
  readonly party: readonly Someone[];
  readonly onChange: (party: Someone[]) => void;
  readonly onDone: () => void;
  /** Who stands in the field and was not taken over yet; nobody while it cannot be read. */
  readonly onTyped?: (typed: Someone[]) => void;
}) {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const type = (typed: string) => {
    setText(typed);
    setProblem(null);
    props.onTyped?.(readParty(typed, wordsOf(t)) ?? []);
  };
  const add = () => {
    const read = readParty(text, wordsOf(t));
    if (!read) return setProblem(t('party.unclear'));
    if (props.party.length + read.length > partyMax) return setProblem(t('party.tooMany', { most: partyMax }));
    props.onChange([...props.party, ...read]);
    type('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (text.trim() !== '') add();
    else if (props.party.length > 0) props.onDone();
  };
  return (
    <div className="find-party" data-tour="party">
      <Field
        label={t('party.label')}
        help={t('party.help')}
        value={text}
        problem={problem}
        onChange={type}
        onKeyDown={press}
        onBlur={() => text.trim() && add()}
      />
      <div className="chips">
        {props.party.map((one, i) => (
          // Two of them may be the same: only their place tells them apart.
          <Chip
            key={i}
            removeLabel={t('ui.remove', { what: saidOf(t, one) })}
            onRemove={() => props.onChange(props.party.filter((_, n) => n !== i))}
          >
            {saidOf(t, one)}
          </Chip>
        ))}
      </div>
    </div>
  );
}

/** Children are named as such. */
const childOf = { WOMAN: 'GIRL', MAN: 'BOY', UNDISCLOSED: 'CHILD' } as const;
const adultAge = 18;

/** Somebody in words: "Woman, 24", "Boy, 3". */
export function saidOf(t: Speech['t'], { gender, age, mayBeMinor }: Someone): string {
  const isChild = gender in childOf && (age === null ? mayBeMinor : age < adultAge);
  const who = t(`gender.${isChild ? childOf[gender as keyof typeof childOf] : gender}`);
  if (age !== null) return t('party.someone', { who, age });
  return mayBeMinor && !isChild ? t('party.someoneMinor', { who }) : t('party.someoneUnknown', { who });
}
