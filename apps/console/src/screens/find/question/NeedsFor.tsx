import { useSpeech } from '../../../i18n/messages';
import { ChoiceChip } from '../../../ui/Chip';
import { namesIn } from '../../../ui/party-names';
import type { FindDraft } from './question';
import { wantersOf, withWanter } from './wanters';

/** Which members have which need; a bed is for all of them. */
export function NeedsFor({
  draft: { party, categories },
  change,
}: {
  readonly draft: FindDraft;
  readonly change: (change: Partial<FindDraft>) => void;
}) {
  const { t } = useSpeech();
  if (party.length < 2) return null;
  const names = namesIn(t, party);
  return categories
    .filter((category) => category !== 'ACCOMMODATION')
    .map((category) => {
      const wanters = wantersOf(party, category);
      return (
        <fieldset key={category} className="find-needs">
          <legend>{t('find.needs.for', { need: t(`category.${category}`) })}</legend>
          {names.map((name, place) => (
            <ChoiceChip
              key={name}
              isOn={wanters.includes(place)}
              onChange={(isFor) => change({ party: withWanter(party, category, place, isFor) })}
            >
              {name}
            </ChoiceChip>
          ))}
        </fieldset>
      );
    });
}
