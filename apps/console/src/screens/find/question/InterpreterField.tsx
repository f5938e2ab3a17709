import { Suspense, useState } from 'react';
import { lazyLasting } from '../../../app/offline/load-lasting';
import { useSpeech, type Speech } from '../../../i18n/messages';
import type { FindDraft, Interpreter } from './question';

/** Fetched when the user opens it. */
const InterpreterChoices = lazyLasting(() => import('./InterpreterChoices'));

/** Requirements on the interpreter: folded, since there are rarely any. */
export function InterpreterField(props: { readonly draft: FindDraft; readonly change: (change: Partial<FindDraft>) => void }) {
  const { t } = useSpeech();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="find-interpreter" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t('find.interpreter', { which: wishesText(t, props.draft.interpreter) })}</summary>
      <Suspense>{isOpen && <InterpreterChoices {...props} />}</Suspense>
    </details>
  );
}

/** In words: "a woman, by phone only". */
function wishesText(t: Speech['t'], { gender, byPhoneOnly, notFromCommunity }: Interpreter): string {
  const wishes = [
    gender && t(`find.interpreter.${gender}`),
    byPhoneOnly && t('find.interpreter.byPhone'),
    notFromCommunity && t('find.interpreter.notFromCommunity'),
  ].filter(Boolean);
  return wishes.length > 0 ? wishes.join(' · ') : t('find.interpreter.any');
}
