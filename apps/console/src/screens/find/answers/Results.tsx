import { Suspense } from 'react';
import { lazyLasting } from '../../../app/offline/load-lasting';
import { childrenWithoutCarer } from '../../../app/party/carers';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { HoldMinutes } from '../hold/HoldMinutes';
import type { HoldOfScreen } from '../hold/use-hold';
import type { Match, NeedReport, Report } from '../queries';
import { furtherThan } from '../question/further';
import type { FindDraft } from '../question/question';
import { Entry } from './Entry';
import { needKey, needTitle } from './need-title';
import { Plan } from './Plan';
import { ReadAloud } from './ReadAloud';

/** Fetched when nothing fits. */
const NearMisses = lazyLasting(() => import('../misses/NearMisses'));
const Splits = lazyLasting(() => import('../splits/Splits'));

interface ResultsProps {
  readonly report: Report;
  readonly isOld: boolean;
  readonly draft: FindDraft;
  readonly change: (change: Partial<FindDraft>) => void;
  readonly hold: HoldOfScreen;
  readonly minutes: number | null;
  readonly onMinutes: (minutes: number | null) => void;
  /** Called when the user acts on the answer. */
  readonly onSettled: () => void;
  /** Where parts of the party could go, as far as the list shows it. */
  readonly onParts: (parts: readonly Match[]) => void;
}

/** The matches, need by need, the best first. */
export function Results(props: ResultsProps) {
  const { t } = useSpeech();
  const { report, isOld } = props;
  const count = report.needs.reduce((sum, { matches }) => sum + matches.length, 0);
  return (
    <div className={isOld ? 'results results-old' : 'results'}>
      <p role="status" className="for-screen-readers">
        {isOld ? t('find.asking') : t('find.found', { count })}
      </p>
      <Plan report={report} party={props.draft.party} />
      {report.needs.map((need, i) => (
        <Need key={needKey(need)} need={need} first={numberOf(report, i)} {...props} />
      ))}
      <ReadAloud report={report} draft={props.draft} hold={props.hold} onSettled={props.onSettled} />
    </div>
  );
}

/** Numbers count through all needs, then through the parts of a party, as on the map. */
const numberOf = (report: Report, need: number): number =>
  report.needs.slice(0, need).reduce((sum, { matches }) => sum + matches.length, 1);

function Need({ need, first, ...props }: ResultsProps & { readonly need: NeedReport; readonly first: number }) {
  const { t } = useSpeech();
  const { draft, hold } = props;
  const isBed = need.category === 'ACCOMMODATION';
  const isNothing = need.matches.length === 0;
  const areCarersOpen = childrenWithoutCarer(draft.party).length > 0;
  return (
    <section className="need">
      <div className="need-head">
        <h2>{needTitle(t, draft.party, need)}</h2>
        {isBed && !isNothing && <HoldMinutes minutes={props.minutes} onChange={props.onMinutes} />}
      </div>
      {isNothing && (
        <Banner tone="warning">
          <p>{t('find.nothing', { considered: need.considered, place: draft.originName ?? '' })}</p>
          {isBed && areCarersOpen && <p>{t('find.splits.carers')}</p>}
          {need.nearMisses.every(({ remedy }) => remedy !== 'WIDEN_DISTANCE') && <Further draft={draft} change={props.change} />}
        </Banner>
      )}
      <ol className="entries">
        {need.matches.map((match, i) => (
          <li key={match.service.id}>
            <Entry number={first + i} match={match} canHold={isBed && hold.state.kind !== 'held'} hold={hold} onSettled={props.onSettled} />
          </li>
        ))}
      </ol>
      {isNothing && isBed && !areCarersOpen && draft.party.length > 1 && (
        <Suspense>
          <Splits
            first={numberOf(props.report, props.report.needs.length)}
            onShown={props.onParts}
            {...{ draft, minutes: props.minutes, isOld: props.isOld, onSettled: props.onSettled }}
          />
        </Suspense>
      )}
      {isNothing && need.nearMisses.length > 0 && (
        <Suspense>
          <NearMisses misses={need.nearMisses} draft={draft} change={props.change} onSettled={props.onSettled} />
        </Suspense>
      )}
    </section>
  );
}

/** A button for the next larger distance. */
function Further({ draft, change }: Pick<ResultsProps, 'draft' | 'change'>) {
  const { t, format } = useSpeech();
  const further = furtherThan(draft.maxDistanceKm);
  if (further === null) return null;
  return <Button onPress={() => change({ maxDistanceKm: further })}>{t('find.further', { km: format.number(further) })}</Button>;
}
