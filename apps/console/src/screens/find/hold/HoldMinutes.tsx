import { useSpeech } from '../../../i18n/messages';

const choices = [30, 60, 120, 240];

/** How long to hold. The shelter's default comes first, since shelters know best what is usual. */
export function HoldMinutes(props: { readonly minutes: number | null; readonly onChange: (minutes: number | null) => void }) {
  const { t } = useSpeech();
  return (
    <label className="hold-minutes">
      {t('find.hold.for')}{' '}
      <select
        className="select"
        value={props.minutes ?? ''}
        onChange={({ target }) => props.onChange(target.value === '' ? null : Number(target.value))}
      >
        <option value="">{t('find.hold.usual')}</option>
        {choices.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('find.hold.minutes', { minutes })}
          </option>
        ))}
      </select>
    </label>
  );
}
