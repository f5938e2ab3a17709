import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { namesIn } from '../../../ui/party-names';
import { distanceText } from '../answers/Facts';
import { PlacePhones } from '../answers/PlacePhones';
import type { NearMiss } from '../queries';
import type { FindDraft } from '../question/question';
import { changesFor } from './changes-for';
import { WaitInLine } from './WaitInLine';

interface MissesProps {
  readonly draft: FindDraft;
  readonly change: (change: Partial<FindDraft>) => void;
  readonly onSettled: () => void;
}

/** The near misses, each with its one obstacle and what the user can do about it now. */
export default function NearMisses({ misses, ...props }: MissesProps & { readonly misses: readonly NearMiss[] }) {
  const { t } = useSpeech();
  const changes = changesFor(misses);
  return (
    <div className="misses">
      <h3>{t('find.misses')}</h3>
      <ul>
        {misses.map((miss, i) => (
          <li key={miss.service.id} className="entry">
            <Miss miss={miss} toChange={changes[i] ?? null} {...props} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type MissProps = MissesProps & { readonly miss: NearMiss; readonly toChange: Partial<FindDraft> | null };

function Miss(props: MissProps) {
  const { t, format } = useSpeech();
  const { service, distance, failed, member } = props.miss;
  const who = member === null ? undefined : namesIn(t, props.draft.party)[member];
  return (
    <>
      <h4>
        <bdi>{service.name}</bdi>
      </h4>
      <p className="cautions">
        {who !== undefined && <strong>{who}: </strong>}
        {failed.text}
        {who !== undefined && props.miss.remedy === 'SPLIT_PARTY' && <> {t('find.splits.without', { who })}</>}
      </p>
      {distance && failed.code !== 'TOO_FAR' && (
        <p>
          <bdi>{distanceText(t, format, distance)}</bdi>
        </p>
      )}
      <div className="entry-actions">
        <Remedy {...props} />
        <PlacePhones place={props.miss} />
      </div>
    </>
  );
}

/** What the user can do now: change the query, or wait. */
function Remedy({ miss, toChange, draft, change, onSettled }: MissProps) {
  const { t, format } = useSpeech();
  const isHeld = miss.remedy === 'WAIT_FOR_BED';
  if (toChange)
    return (
      <Button onPress={() => change(toChange)}>
        {toChange.maxDistanceKm ? t('find.further', { km: format.number(toChange.maxDistanceKm) }) : t('find.lookAcross')}
      </Button>
    );
  if (!isHeld && miss.remedy !== 'JOIN_WAITLIST') return null;
  return (
    <>
      {isHeld && <p>{t('find.mayComeFree')}</p>}
      <WaitInLine service={miss.service} party={draft.party} onWait={onSettled} />
    </>
  );
}
