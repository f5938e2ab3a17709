import { useId } from 'react';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import type { HoldOfScreen } from '../hold/use-hold';
import type { Match } from '../queries';
import { Facts } from './Facts';
import { PlacePhones } from './PlacePhones';
import { sortReasons, type ApiReason } from './sort-reasons';

/** One match: the deciding facts first, then the action, then the reasons. */
export function Entry({
  number,
  match,
  canHold,
  hold,
  onSettled,
}: {
  readonly number: number;
  readonly match: Match;
  readonly canHold: boolean;
  readonly hold: HoldOfScreen;
  readonly onSettled: () => void;
}) {
  const { t } = useSpeech();
  const title = useId();
  const { service, availability } = match;
  const isBusy = hold.state.kind === 'asking';
  const isThis = isBusy && hold.state.match.service.id === service.id;
  return (
    <article className="entry" aria-labelledby={title}>
      <h3 id={title}>
        <span className="entry-number" aria-hidden="true">
          {number}
        </span>
        <bdi>{service.name}</bdi>
      </h3>
      <Facts match={match} />
      <div className="entry-actions">
        {canHold && availability !== null && (
          <Button
            kind="main"
            isDisabled={isBusy}
            onPress={() => hold.hold(match)}
            {...(isThis ? {} : { 'aria-label': t('find.hold.at', { place: service.name }) })}
          >
            {isThis ? t('find.hold.asking') : t('find.hold')}
          </Button>
        )}
        <PlacePhones place={match} onCall={onSettled} />
      </div>
      <Why match={match} onOpen={onSettled} />
    </article>
  );
}

function Why({ match, onOpen }: { readonly match: Match; readonly onOpen: () => void }) {
  const { t } = useSpeech();
  const { fits, cautions, questions, folded } = sortReasons(match);
  const { eligibility } = match;
  const count = folded.length + fits.length;
  return (
    <div className="why">
      {eligibility !== null && <p className="whom">{eligibility}</p>}
      <Reasons className="cautions" label={t('find.against')} reasons={cautions} />
      <Reasons className="questions" label={t('find.ask')} reasons={questions} />
      {count > 0 && (
        <details onToggle={({ currentTarget }) => currentTarget.open && onOpen()}>
          <summary>{t('find.allReasons', { count })}</summary>
          <Reasons className="questions" label={t('find.ask')} reasons={folded} />
          <Reasons className="fits" label={t('find.for')} reasons={fits} />
        </details>
      )}
    </div>
  );
}

function Reasons(props: { readonly className: string; readonly label: string; readonly reasons: readonly ApiReason[] }) {
  if (props.reasons.length === 0) return null;
  return (
    <div className={props.className}>
      <h4>{props.label}</h4>
      <ul>
        {props.reasons.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
