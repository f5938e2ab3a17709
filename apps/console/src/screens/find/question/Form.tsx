import { useRef } from 'react';
import type { Someone } from '../../../app/party/party';
import { useSpeech } from '../../../i18n/messages';
import { ChoiceChip } from '../../../ui/Chip';
import { LanguagesField } from '../../../ui/LanguagesField';
import { PartyField } from '../../../ui/PartyField';
import { PlaceField } from '../../../ui/PlaceField';
import { AvoidField } from './AvoidField';
import { InterpreterField } from './InterpreterField';
import { NeedsFor } from './NeedsFor';
import { categories, type Category, type FindDraft } from './question';

/** The query, field by field; Enter in a finished field goes to the next one. */
export function Form({
  draft,
  change,
  onTyped,
  onDone,
}: {
  readonly draft: FindDraft;
  readonly change: (change: Partial<FindDraft>) => void;
  readonly onTyped: (typed: readonly Someone[]) => void;
  readonly onDone: () => void;
}) {
  const { t } = useSpeech();
  const form = useRef<HTMLDivElement>(null);
  const to = (field: string) => () => form.current?.querySelector<HTMLElement>(`.${field} input`)?.focus();
  return (
    <div ref={form} className="find-fields">
      <PlaceField
        className="find-place"
        label={t('find.place')}
        none={t('find.place.none')}
        failed={t('find.place.failed')}
        chosen={draft.originName}
        autoFocus={draft.originName === null}
        onChoose={({ id, name, point }) => {
          change({ origin: { placeId: id }, originName: name, originPoint: point });
          to('find-party')();
        }}
        onUnchoose={() => change({ origin: null, originName: null, originPoint: null })}
        onDone={to('find-party')}
      />
      <PartyField party={draft.party} onChange={(party) => change({ party })} onTyped={onTyped} onDone={to('find-languages')} />
      <LanguagesField
        label={t('find.languages')}
        none={t('find.languages.none')}
        languages={draft.languages}
        onChange={(languages) => change({ languages })}
        onDone={onDone}
      />
      {draft.languages.length > 0 && <InterpreterField draft={draft} change={change} />}
      <fieldset className="find-needs">
        <legend>{t('find.needs')}</legend>
        {categories.map((category) => (
          <ChoiceChip
            key={category}
            isOn={draft.categories.includes(category)}
            onChange={(isOn) => change({ categories: toggled(draft.categories, category, isOn) })}
          >
            {t(`category.${category}`)}
          </ChoiceChip>
        ))}
      </fieldset>
      <NeedsFor draft={draft} change={change} />
      <AvoidField draft={draft} change={change} />
    </div>
  );
}

/** Sorted by the order on the screen, not by the order of choice. */
const toggled = (chosen: readonly Category[], category: Category, isOn: boolean): Category[] =>
  categories.filter((one) => (one === category ? isOn : chosen.includes(one)));
