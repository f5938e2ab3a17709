import { useSpeech } from '../../../i18n/messages';
import { Dialog } from '../../../ui/Dialog';
import type { HoldOfScreen } from '../hold/use-hold';
import { usePlaceTime } from '../place-time';
import type { Match, NeedReport } from '../queries';
import type { FindDraft } from '../question/question';
import { distanceText } from './Facts';
import { needKey, needTitle } from './need-title';

const read = 3;

/** The text that an operator reads aloud to the caller: no addresses, nothing about the caller. */
export default function Summary(props: {
  readonly needs: readonly NeedReport[];
  readonly draft: FindDraft;
  readonly hold: HoldOfScreen;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const { needs, draft, hold, onClose } = props;
  return (
    <Dialog title={t('find.summary')} isOpen onClose={onClose}>
      {hold.state.kind === 'held' && <OfHold state={hold.state} />}
      <p>{t('find.summary.intro', { place: draft.originName ?? '' })}</p>
      {needs.map((need) => (
        <div key={needKey(need)} className="summary">
          <h3>{needTitle(t, draft.party, need)}</h3>
          <ol>
            {need.matches.slice(0, read).map((match) => (
              <Line key={match.service.id} match={match} />
            ))}
          </ol>
        </div>
      ))}
    </Dialog>
  );
}

function OfHold({ state: { match, hold } }: { readonly state: Extract<HoldOfScreen['state'], { kind: 'held' }> }) {
  const { t } = useSpeech();
  const placeTime = usePlaceTime();
  const time = placeTime(hold.acceptBy ?? hold.expiresAt, match.location?.country);
  return (
    <p>
      <strong>
        <bdi>{match.service.name}</bdi>
      </strong>{' '}
      {t(hold.acceptBy === null ? 'find.summary.held' : 'find.summary.asked', { time, code: hold.caseReference ?? '–' })}
    </p>
  );
}

function Line({ match: { service, phones, availability, distance } }: { readonly match: Match }) {
  const { t, format } = useSpeech();
  const facts = [
    distance && distanceText(t, format, distance),
    availability && t('find.free', { free: availability.free }),
    service.confidential && t('find.confidential'),
  ];
  return (
    <li>
      <strong>
        <bdi>{service.name}</bdi>
      </strong>
      {facts.filter(Boolean).map((fact) => (
        <span key={String(fact)} className="summary-fact">
          <bdi>{fact}</bdi>
        </span>
      ))}
      <span className="summary-fact">
        <bdi dir="ltr">{phones[0]?.number ?? t('ui.noPhone')}</bdi>
      </span>
    </li>
  );
}
