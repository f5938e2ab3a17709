import { useMemo, useRef, useState } from 'react';
import './find.css';
import { useIdentity } from '../../app/identity/known-identity';
import type { Someone } from '../../app/party/party';
import { useSpeech } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { ProblemNote } from '../../ui/ProblemNote';
import { AskCarers } from './answers/AskCarers';
import { Results } from './answers/Results';
import { useMatches, type Matches } from './answers/use-matches';
import { Held } from './hold/Held';
import { useHold } from './hold/use-hold';
import { FindMap } from './map/FindMap';
import type { Match } from './queries';
import { useDraft } from './question/draft';
import { Form } from './question/Form';
import { missingOf, type FindDraft } from './question/question';
import { useSettled } from './question/use-settled';

/** The first thing to do about what was found: to hold. */
function focusFirst(results: HTMLElement | null): void {
  const within = (what: string) => results?.querySelector<HTMLElement>(what);
  (within('.entry button, .entry a') ?? within('button'))?.focus();
}

/** The people, the place and the matches on one screen, from top to bottom without a mouse. */
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
  const [parts, setParts] = useState<readonly Match[]>([]);
  const results = useRef<HTMLDivElement>(null);
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
        <Form key={turn} draft={entered} change={change} onTyped={setTyped} onDone={() => focusFirst(results.current)} />
        <Button onPress={startAgain}>{t('find.clear')}</Button>
      </section>
      <section
        className="find-answers"
        data-tour="matches"
        aria-label={t('find.answers')}
        aria-busy={matches.isAsking}
        tabIndex={-1}
        ref={results}
      >
        <Held hold={hold} />
        <Standing matches={matches} draft={draft} />
        {matches.report && (
          <>
            <AskCarers
              report={matches.report}
              party={entered.party}
              onChange={(party) => change({ party })}
              // Entries may change their places with the next answer: none of them keeps the focus for sure.
              onDone={() => results.current?.focus()}
            />
            <Results
              report={matches.report}
              isOld={matches.isAsking}
              onMinutes={setMinutes}
              onSettled={settle}
              onParts={setParts}
              {...{ draft, change, hold, minutes }}
            />
          </>
        )}
      </section>
      <FindMap draft={draft} report={matches.report} parts={parts} change={change} />
    </div>
  );
}

/** Why there is no answer yet: what is missing, what went wrong, or that it is on its way. */
function Standing({ matches: { report, problem, again }, draft }: { readonly matches: Matches; readonly draft: FindDraft }) {
  const { t } = useSpeech();
  const missing = missingOf(draft)[0];
  if (missing) return <p className="find-missing">{t(`find.missing.${missing}`)}</p>;
  const isToldByShell = report !== null && ['offline', 'expired'].includes(problem?.kind ?? '');
  if (problem) return isToldByShell ? null : <ProblemNote problem={problem} again={again} />;
  return report ? null : <p role="status">{t('find.asking')}</p>;
}
