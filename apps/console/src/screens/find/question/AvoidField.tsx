import { useState } from 'react';
import { useSpeech } from '../../../i18n/messages';
import { ChoiceChip, Chip } from '../../../ui/Chip';
import { NumberStepper } from '../../../ui/NumberStepper';
import { PlaceField } from '../../../ui/PlaceField';
import { distances, type FindDraft } from './question';

const usualRadiusKm = 20;

/** The maximum distance, whether to cross a border, and the areas to avoid. */
export function AvoidField({ draft, change }: { readonly draft: FindDraft; readonly change: (change: Partial<FindDraft>) => void }) {
  const { t, format } = useSpeech();
  const [radiusKm, setRadiusKm] = useState(usualRadiusKm);
  return (
    <details className="find-more">
      <summary>{t('find.more', { km: format.number(draft.maxDistanceKm), areas: draft.avoid.length })}</summary>
      <fieldset>
        <legend>{t('find.distance')}</legend>
        {distances.map((km) => (
          <ChoiceChip key={km} isOn={draft.maxDistanceKm === km} onChange={() => change({ maxDistanceKm: km })}>
            {format.distance(km * 1_000)}
          </ChoiceChip>
        ))}
        <ChoiceChip isOn={draft.crossBorder} onChange={(crossBorder) => change({ crossBorder })}>
          {t('find.crossBorder')}
        </ChoiceChip>
      </fieldset>
      <fieldset>
        <legend>{t('find.avoid')}</legend>
        <NumberStepper label={t('find.avoid.radius')} value={radiusKm} least={1} most={500} onChange={setRadiusKm} />
        <PlaceField
          className="find-avoid"
          label={t('find.avoid.place')}
          none={t('find.place.none')}
          failed={t('find.place.failed')}
          chosen={null}
          onChoose={({ name, point }) => change({ avoid: [...draft.avoid, { center: point, radiusKm, name }] })}
        />
        <div className="chips">
          {draft.avoid.map((area, i) => {
            const what = t('find.avoid.area', { place: area.name, km: format.number(area.radiusKm) });
            return (
              <Chip
                key={i}
                removeLabel={t('ui.remove', { what })}
                onRemove={() => change({ avoid: draft.avoid.filter((_, n) => n !== i) })}
              >
                {what}
              </Chip>
            );
          })}
        </div>
      </fieldset>
    </details>
  );
}
