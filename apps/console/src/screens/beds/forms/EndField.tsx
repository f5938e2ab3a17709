import { useId, useState } from 'react';
import { clock } from '../../../app/clock/server-time';
import { useSpeech } from '../../../i18n/messages';
import { ChoiceChip } from '../../../ui/Chip';
import { atLocalTime, inHours } from './ends';

const hours = [4, 12, 24, 48];

/** When something ends: in some hours, or at a local time. null: nothing chosen. */
export function EndField(props: { readonly label: string; readonly end: string | null; readonly onChange: (end: string | null) => void }) {
  const { t, format } = useSpeech();
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const choose = (count: number | null, end: string | null) => {
    setChosen(count);
    props.onChange(end);
  };
  return (
    <fieldset className="choice">
      <legend>{props.label}</legend>
      {hours.map((count) => (
        <ChoiceChip
          key={count}
          isOn={props.end !== null && chosen === count}
          onChange={(isOn) => choose(isOn ? count : null, isOn ? inHours(count, clock.now()) : null)}
        >
          {t('beds.end.in', { count })}
        </ChoiceChip>
      ))}
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('beds.end.at')}
        </label>
        <input
          id={id}
          className="field-input"
          type="datetime-local"
          onChange={({ target }) => choose(null, atLocalTime(target.value, clock.now()))}
        />
      </div>
      {props.end !== null && <p role="status">{t('beds.end.chosen', { end: format.dateTime(new Date(props.end)) })}</p>}
    </fieldset>
  );
}
