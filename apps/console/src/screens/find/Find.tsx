import { useMemo, useRef, useState } from 'react';
import './find.css';
import { useIdentity } from '../../app/identity/known-identity';
import type { Someone } from '../../app/party/party';
import { useSpeech } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { ProblemNote } from '../../ui/ProblemNote';
import { AskCarers } from './answers/AskCarers';
import { Results } from './answers/Results';
import { useMatches } from './answers/use-matches';
import { Held } from './hold/Held';
import { useHold } from './hold/use-hold';
import { FindMap } from './map/FindMap';
import { useDraft } from './question/draft';
import { Form } from './question/Form';
import { missingOf } from './question/question';
import { useSettled } from './question/use-settled';

/** Who needs a place, where, and what fits: one screen, from top to bottom without a mouse. */
export default function Find() {
  const { t } = useSpeech();
  const { draft: entered, turn, change, clear } = useDraft(useIdentity()?.subject ?? '');
  const [typed, setTyped] = useState<readonly Someone[]>([]);
  const [minutes, setMinutes] = useState<number | null>(null);
  // Whoever stands in the field counts already: answers come while typing.
  const draft = useMemo(() => ({ ...entered, party: [...entered.party, ...typed] }), [entered, typed]);
  const matches = useMatches(draft);
  const settle = useSettled(turn, draft);
  const hold = useHold(draft, minutes, settle, matches.again);
  const results = useRef<HTMLDivElement>(null);
  const toResults = () => {
    const within = (what: string) => results.current?.querySelector<HTMLElement>(what);
    (within('.entry button, .entry a') ?? within('button'))?.focus();
  };
  const missing = missingOf(draft)[0];
  const isToldByShell = matches.report !== null && ['offline', 'expired'].includes(matches.problem?.kind ?? '');
  const startAgain = () => {
    if (matches.report && !matches.isAsking) settle();
    clear();
    setTyped([]);
    hold.close();
  };
  return (
    <div className="find">
      <h1 className="for-screen-readers">{t('screen.find')}</h1>
      <section className="find-form" data-tour="place" aria-label={t('find.question')}>
        <Form key={turn} draft={entered} change={change} onTyped={setTyped} onDone={toResults} />
        <Button onPress={startAgain}>{t('find.clear')}</Button>
      </section>
      <section className="find-answers" data-tour="matches" aria-label={t('find.answers')} aria-busy={matches.isAsking} ref={results}>
        <Held hold={hold} />
        {missing && <p className="find-missing">{t(`find.missing.${missing}`)}</p>}
        {!missing && matches.problem && !isToldByShell && <ProblemNote problem={matches.problem} again={matches.again} />}
        {!missing && !matches.report && !matches.problem && <p role="status">{t('find.asking')}</p>}
        <AskCarers report={matches.report} party={entered.party} onChange={(party) => change({ party })} onDone={toResults} />
        {matches.report && (
          <Results
            report={matches.report}
            isOld={matches.isAsking}
            draft={draft}
            change={change}
            hold={hold}
            minutes={minutes}
            onMinutes={setMinutes}
            onSettled={settle}
          />
        )}
      </section>
      <FindMap draft={draft} report={matches.report} change={change} />
    </div>
  );
}
