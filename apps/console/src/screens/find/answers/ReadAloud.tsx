import { Suspense, useState } from 'react';
import { lazyLasting } from '../../../app/offline/load-lasting';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import type { HoldOfScreen } from '../hold/use-hold';
import type { Report } from '../queries';
import type { FindDraft } from '../question/question';

/** Fetched when the user opens it. */
const Summary = lazyLasting(() => import('./Summary'));

/** Opens the summary that an operator reads aloud. */
export function ReadAloud(props: {
  readonly report: Report;
  readonly draft: FindDraft;
  readonly hold: HoldOfScreen;
  readonly onSettled: () => void;
}) {
  const { t } = useSpeech();
  const [isOpen, setIsOpen] = useState(false);
  const needs = props.report.needs.filter(({ matches }) => matches.length > 0);
  if (needs.length === 0) return null;
  const open = () => {
    props.onSettled();
    setIsOpen(true);
  };
  return (
    <>
      <Button onPress={open}>{t('find.summary')}</Button>
      {isOpen && (
        <Suspense>
          <Summary needs={needs} draft={props.draft} hold={props.hold} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
