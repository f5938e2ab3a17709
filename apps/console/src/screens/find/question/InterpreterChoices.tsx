import { useSpeech } from '../../../i18n/messages';
import { ChoiceChip } from '../../../ui/Chip';
import type { FindDraft, Interpreter } from './question';

const genders = ['WOMAN', 'MAN'] as const;

/** The gender of the interpreter, by phone only, and nobody from the person's community. */
export default function InterpreterChoices({
  draft: { interpreter },
  change,
}: {
  readonly draft: FindDraft;
  readonly change: (change: Partial<FindDraft>) => void;
}) {
  const { t } = useSpeech();
  const set = (changed: Partial<Interpreter>) => change({ interpreter: { ...interpreter, ...changed } });
  return (
    <div className="chips">
      {genders.map((gender) => (
        <ChoiceChip key={gender} isOn={interpreter.gender === gender} onChange={(isOn) => set({ gender: isOn ? gender : null })}>
          {t(`find.interpreter.${gender}`)}
        </ChoiceChip>
      ))}
      <ChoiceChip isOn={interpreter.byPhoneOnly} onChange={(byPhoneOnly) => set({ byPhoneOnly })}>
        {t('find.interpreter.byPhone')}
      </ChoiceChip>
      <ChoiceChip isOn={interpreter.notFromCommunity} onChange={(notFromCommunity) => set({ notFromCommunity })}>
        {t('find.interpreter.notFromCommunity')}
      </ChoiceChip>
    </div>
  );
}
