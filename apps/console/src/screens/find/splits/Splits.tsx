import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../../../app/graph/use-answer';
import type { Party } from '../../../app/party/carers';
import { useSpeech, type Speech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { ProblemNote } from '../../../ui/ProblemNote';
import type { Match } from '../queries';
import { stayInput, type FindDraft } from '../question/question';
import { Part } from './Part';
import { findSplits, type Split } from './queries';

interface SplitsProps {
  /** The number of the first part. */
  readonly first: number;
  readonly draft: FindDraft;
  readonly minutes: number | null;
  /** The next answer is on its way. */
  readonly isOld: boolean;
  readonly onSettled: () => void;
  /** The places that stand in the list now. */
  readonly onShown: (parts: readonly Match[]) => void;
}

/** Ways to place a party in parts whom nobody takes whole; the cheapest at once, the others folded. */
export default function Splits({ first: firstNumber, draft, minutes, isOld, onSettled, onShown }: SplitsProps) {
  const { t } = useSpeech();
  const { splits, party, problem, setInUse } = useSplits(draft, isOld);
  const [isOpen, setIsOpen] = useState(false);
  useOnMap(isOpen ? splits : splits.slice(0, 1), onShown);
  if (problem) return <ProblemNote {...problem} />;
  const [first, ...others] = splits;
  if (!first) return null;
  const way = (split: Split) => {
    const number = splits.slice(0, splits.indexOf(split)).reduce((sum, { parts }) => sum + parts.length, firstNumber);
    return <Way key={keyOf(split)} split={split} party={party} minutes={minutes} first={number} onHold={onSettled} onUse={setInUse} />;
  };
  return (
    <div className="splits">
      <Banner tone="info">
        <h3>{t('find.splits')}</h3>
        <p>{t('find.splits.why')}</p>
      </Banner>
      {way(first)}
      {others.length > 0 && (
        <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
          <summary>{t('find.splits.more', { count: others.length })}</summary>
          {others.map(way)}
        </details>
      )}
    </div>
  );
}

const keyOf = ({ parts }: Split): string => parts.map(({ members, match }) => `${members.join()} ${match.service.id}`).join(';');

/**
 * The splits found. While a part is held, or its result is shown, the splits do not change: a new query would count the held beds as taken.
 */
function useSplits(draft: FindDraft, isOld: boolean) {
  const { language: locale } = useSpeech();
  const [inUse, setInUse] = useState<ReadonlySet<string>>(new Set());
  const input = stayInput(draft);
  const answer = useAnswer(findSplits, { input: input as never, locale }, { pause: isOld || input === null || inUse.size > 0 });
  const shown = useRef<{ readonly splits: readonly Split[]; readonly party: Party }>({ splits: [], party: [] });
  // Until its own answer arrives, the query still shows the previous answer, which may be about another party.
  const found = answer.kind === 'ready' && !answer.isLoading ? answer.data.match.needs[0]?.splits : null;
  if (inUse.size === 0 && !isOld) shown.current = { splits: found ?? [], party: draft.party };
  return {
    ...shown.current,
    problem: answer.kind === 'problem' ? answer : null,
    setInUse: (part: string, isInUse: boolean) =>
      setInUse((before) => new Set([...before].filter((one) => one !== part).concat(isInUse ? [part] : []))),
  };
}

const nowhere: readonly Match[] = [];

/** Tells the map what stands in the list, and that it does not any more. */
function useOnMap(ways: readonly Split[], onShown: SplitsProps['onShown']): void {
  useEffect(() => {
    onShown(ways.flatMap(({ parts }) => parts.map(({ match }) => match)));
    return () => onShown(nowhere);
  }, [ways.map(keyOf).join(' | ')]);
}

function Way(props: {
  readonly split: Split;
  readonly first: number;
  readonly party: Party;
  readonly minutes: number | null;
  readonly onHold: () => void;
  readonly onUse: (part: string, isInUse: boolean) => void;
}) {
  const { t, format } = useSpeech();
  const { split, first, onUse, ...rest } = props;
  const key = keyOf(split);
  return (
    <section className="split" aria-label={t('find.splits.parts', { count: split.parts.length })}>
      <h4>
        {t('find.splits.parts', { count: split.parts.length })} · <bdi>{distanceBetweenText(t, format, split)}</bdi>
      </h4>
      <ol className="entries">
        {split.parts.map((part, i) => (
          <li key={part.match.service.id}>
            <Part part={part} number={first + i} onUse={(isInUse) => onUse(`${key} ${i}`, isInUse)} {...rest} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const nearMeters = 1_000;

/** The distance between the parts; approximate if a location is not exact. */
function distanceBetweenText(t: Speech['t'], format: Speech['format'], { apartMeters, parts }: Split): string {
  if (apartMeters < nearMeters) return t('find.splits.near');
  const distance = format.distance(apartMeters);
  const isAbout = parts.some(({ match }) => match.distance?.precision !== 'EXACT');
  return t('find.splits.apart', { distance: isAbout ? t('find.about', { distance }) : distance });
}
