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

/** Focuses the first action of the results: to hold beds. */
function focusFirst(results: HTMLElement | null): void {
  const within = (what: string) => results?.querySelector<HTMLElement>(what);
  (within('.entry button, .entry a') ?? within('button'))?.focus();
}

/** The party, the place and the matches on one screen; it works from top to bottom without a mouse. */
export default function Find() {
  const { t } = useSpeech();
  const { draft: entered, turn, change, clear } = useDraft(useIdentity()?.subject ?? '');
  const [typed, setTyped] = useState<readonly Someone[]>([]);
  const [minutes, setMinutes] = useState<number | null>(null);
  // A typed person that was not added yet already counts, so that matches appear while typing.
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
        <PendingNote matches={matches} draft={draft} />
        {matches.report && (
          <>
            <AskCarers
              report={matches.report}
              party={entered.party}
              onChange={(party) => change({ party })}
              // The next answer may reorder the entries, so no single entry is a safe place for the focus.
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

/** Why there is no answer yet: a field is missing, an error occurred, or the query is running. */
function PendingNote({ matches: { report, problem, again }, draft }: { readonly matches: Matches; readonly draft: FindDraft }) {
  const { t } = useSpeech();
  const missing = missingOf(draft)[0];
  if (missing) return <p className="find-missing">{t(`find.missing.${missing}`)}</p>;
  const isToldByShell = report !== null && ['offline', 'expired'].includes(problem?.kind ?? '');
  if (problem) return isToldByShell ? null : <ProblemNote problem={problem} again={again} />;
  return report ? null : <p role="status">{t('find.asking')}</p>;
}
