import { useMemo, useState } from 'react';
import { useSpeech } from '../i18n/messages';
import { namesOf } from '../i18n/names';
import { offeredLanguages, spokenLanguages } from '../i18n/spoken-languages';
import { Chip } from './Chip';
import { ComboBox, type Option } from './ComboBox';

/** The languages that the person understands, the preferred one first. */
export function LanguagesField(props: {
  readonly label: string;
  /** The note if no language matches. */
  readonly none: string;
  readonly languages: readonly string[];
  readonly onChange: (languages: string[]) => void;
  readonly onDone: () => void;
}) {
  const { t, language } = useSpeech();
  const [text, setText] = useState('');
  const names = useMemo(() => namesOf(language), [language]);
  const all = useMemo(() => spokenLanguages(names.language), [names]);
  const options = offeredLanguages(all, text, props.languages);
  const choose = ({ id }: Option) => {
    props.onChange([...props.languages, id]);
    setText('');
  };
  return (
    <div className="find-languages">
      <ComboBox
        label={props.label}
        text={text}
        options={options}
        note={options.length === 0 ? props.none : null}
        onType={setText}
        onChoose={choose}
        onDone={() => props.languages.length > 0 && props.onDone()}
      />
      <div className="chips">
        {props.languages.map((tag) => (
          <Chip
            key={tag}
            removeLabel={t('ui.remove', { what: names.language(tag) })}
            onRemove={() => props.onChange(props.languages.filter((one) => one !== tag))}
          >
            {names.language(tag)}
          </Chip>
        ))}
      </div>
    </div>
  );
}
