import { useState, type KeyboardEvent } from 'react';
import { couldCareFor, isMinor, without } from '../app/party/carers';
import { partyMax, readParty, type PartyWords, type Someone } from '../app/party/party';
import { useSpeech, type Speech } from '../i18n/messages';
import { CarerChoice } from './CarerChoice';
import { Chip } from './Chip';
import { Field } from './Field';
import { namesIn } from './party-names';

const kinds = ['woman', 'man', 'girl', 'boy', 'child', 'transWoman', 'transMan', 'nonBinary'] as const;

/** The words of the language, and the English ones, which many people type anyway. */
function wordsOf(t: Speech['t']): PartyWords {
  const english = { woman: 'woman|w|f', man: 'man|m', girl: 'girl|g', boy: 'boy|b', child: 'child|c' } as const;
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      `${t(`party.words.${kind}`)}|${kind in english ? english[kind as 'woman'] : kind}`.toLowerCase().split('|'),
    ]),
  ) as unknown as PartyWords;
}

/** The party, typed as people say it on the phone: "woman 24, boy 3". */
export function PartyField(props: {
  readonly party: readonly Someone[];
  readonly onChange: (party: Someone[]) => void;
  readonly onDone: () => void;
  /** People in the field that were not added yet; empty if the text cannot be read. */
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
  const names = namesIn(t, props.party);
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
          // Two members may have the same details: only the index tells them apart.
          <Chip key={i} removeLabel={t('ui.remove', { what: names[i]! })} onRemove={() => props.onChange(without(props.party, i))}>
            {names[i]}
            {isMinor(one) && couldCareFor(props.party, i).length > 0 && (
              <CarerChoice party={props.party} names={names} child={i} onChange={props.onChange} />
            )}
          </Chip>
        ))}
      </div>
    </div>
  );
}
