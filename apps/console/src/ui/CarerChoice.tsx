import { couldCareFor, withCarer, type Party } from '../app/party/carers';
import type { Someone } from '../app/party/party';
import { useSpeech } from '../i18n/messages';

/** Chooses the carer of a child. No carer is assumed. */
export function CarerChoice(props: {
  readonly party: Party;
  readonly names: readonly string[];
  readonly child: number;
  readonly onChange: (party: Someone[]) => void;
}) {
  const { t } = useSpeech();
  const { party, names, child } = props;
  return (
    <select
      className="chip-select"
      aria-label={t('party.carer', { who: names[child]! })}
      value={party[child]!.carer ?? ''}
      onChange={({ target: { value } }) => props.onChange(withCarer(party, [child], value === '' ? null : Number(value)))}
    >
      <option value="">{t('party.carer.none')}</option>
      {couldCareFor(party, child).map((place) => (
        <option key={place} value={place}>
          {t('party.carer.is', { who: names[place]! })}
        </option>
      ))}
    </select>
  );
}
