import { useEffect, useRef } from 'react';
import { childrenWithoutCarer, couldCareFor, likelyCarersOf, withCarer, type Party } from '../../../app/party/carers';
import type { Someone } from '../../../app/party/party';
import { useSpeech } from '../../../i18n/messages';
import { announce } from '../../../ui/announce';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { namesIn } from '../../../ui/party-names';
import type { Report } from '../queries';
import { asksCarer } from './asks-carer';

/** Asks who cares for each child, one after the other; one press answers, or one press for all children if one person cares for all. */
export function AskCarers(props: {
  readonly report: Report;
  readonly party: Party;
  readonly onChange: (party: Someone[]) => void;
  /** Called when all questions are answered. */
  readonly onDone: () => void;
}) {
  const { t } = useSpeech();
  const { party } = props;
  const box = useRef<HTMLDivElement>(null);
  const hasAnswered = useRef(false);
  const names = namesIn(t, party);
  const children = childrenWithoutCarer(party);
  const [first] = asksCarer(props.report) ? children : [];
  useEffect(() => {
    // The pressed button is gone: focus the next one.
    if (hasAnswered.current) box.current?.querySelector('button')?.focus();
    hasAnswered.current = false;
  }, [first]);
  if (first === undefined) return null;
  const answer = (of: readonly number[], carer: number) => {
    hasAnswered.current = true;
    announce(of.map((child) => `${names[child]!}: ${t('party.carer.is', { who: names[carer]! })}`).join(' · '));
    props.onChange(withCarer(party, of, carer));
    if (children.length === of.length) props.onDone();
  };
  const ofAll = likelyCarersOf(party, first).filter((place) => children.every((child) => couldCareFor(party, child).includes(place)));
  const question = (text: string, of: readonly number[], carers: readonly number[]) => (
    <div className="ask-carers" role="group" aria-label={text}>
      <p>{text}</p>
      {carers.map((place) => (
        <Button key={place} onPress={() => answer(of, place)}>
          {names[place]}
        </Button>
      ))}
    </div>
  );
  return (
    <div ref={box}>
      <Banner tone="info">
        {children.length > 1 && ofAll.length > 0 && question(t('find.carers.all'), children, ofAll)}
        {question(t('party.carer', { who: names[first]! }), [first], likelyCarersOf(party, first))}
        <p>{t('find.carers.why')}</p>
      </Banner>
    </div>
  );
}
