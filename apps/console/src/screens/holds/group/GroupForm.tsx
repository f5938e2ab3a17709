import { useRef } from 'react';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { ChoiceChip } from '../../../ui/Chip';
import { LanguagesField } from '../../../ui/LanguagesField';
import { PartyField } from '../../../ui/PartyField';
import { PlaceField } from '../../../ui/PlaceField';
import { distances, isComplete, withNext, type GroupDraft } from './draft';

/** The location of the group, and who stays together. */
export function GroupForm(props: {
  readonly draft: GroupDraft;
  readonly change: (change: (draft: GroupDraft) => GroupDraft) => void;
  readonly onPropose: () => void;
}) {
  const { t, format } = useSpeech();
  const { draft, change } = props;
  const form = useRef<HTMLDivElement>(null);
  const add = () => {
    change(withNext);
    setTimeout(() => [...(form.current?.querySelectorAll<HTMLElement>('.group-party input') ?? [])].at(-1)?.focus());
  };
  return (
    <div className="holds-form" ref={form}>
      <p>{t('holds.group.text')}</p>
      <PlaceField
        className="group-place"
        label={t('holds.group.place')}
        none={t('holds.group.noPlace')}
        failed={t('holds.notAsked')}
        chosen={draft.place?.name ?? null}
        onChoose={({ id, name }) => change((now) => ({ ...now, place: { id, name } }))}
      />
      <LanguagesField
        label={t('holds.group.languages')}
        none={t('holds.group.noLanguage')}
        languages={draft.languages}
        onChange={(languages) => change((now) => ({ ...now, languages }))}
        onDone={add}
      />
      <fieldset className="group-distance">
        <legend>{t('holds.group.distance')}</legend>
        {distances.map((km) => (
          <ChoiceChip key={km} isOn={draft.maxDistanceKm === km} onChange={() => change((now) => ({ ...now, maxDistanceKm: km }))}>
            {format.distance(km * 1_000)}
          </ChoiceChip>
        ))}
      </fieldset>
      {draft.parties.map(({ id, members }, n) => (
        <fieldset key={id} className="group-party">
          <legend>{t('holds.group.party', { number: n + 1 })}</legend>
          <PartyField
            party={members}
            onDone={add}
            onChange={(next) =>
              change((now) => ({ ...now, parties: now.parties.map((party) => (party.id === id ? { ...party, members: next } : party)) }))
            }
          />
        </fieldset>
      ))}
      <div className="hold-steps">
        <Button onPress={add}>{t('holds.group.add')}</Button>
        <Button kind="main" isDisabled={!isComplete(draft)} onPress={props.onPropose}>
          {t('holds.group.propose')}
        </Button>
      </div>
    </div>
  );
}
