import { useEffect } from 'react';
import { useAnswer } from '../../app/graph/use-answer';
import { useSession } from '../../app/session/session-context';
import { useStore } from '../../app/store';
import { useSpeech } from '../../i18n/messages';
import { Loading } from '../../ui/Loading';
import { Banner } from '../../ui/Banner';
import { ProblemNote } from '../../ui/ProblemNote';
import type { BedsProps } from './beds-props';
import type { KeptShelter } from './kept/book';
import { KeptShelterSection, ShelterSection } from './Shelter';
import { mergeShelters } from './ledger/ledger';
import { sheltersOf } from './queries';
import { Waiting } from './Waiting';

/** The known shelters of the organization: from the server, or from this device. */
export function Shelters({ organizationId, ...beds }: BedsProps & { readonly organizationId: string | null }) {
  const { t } = useSpeech();
  const { outbox, book } = beds;
  const isSignedIn = useStore(useSession().state).kind !== 'signed-out';
  const answer = useAnswer(sheltersOf, { organizationId: organizationId ?? '' }, { pause: organizationId === null });
  const told = answer.kind === 'ready' ? answer.data.services.edges.map(({ node }) => node) : null;
  const ids = told?.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (!told) return;
    const kept = told.map(({ id, name }): KeptShelter => ({ id, name: told.length > 1 ? name : null }));
    outbox.change((now) => ({
      ...now,
      ...mergeShelters(
        now,
        kept.map(({ id }) => id),
      ),
      shelters: kept,
    }));
    // Runs once for each answer with different shelters.
  }, [ids, outbox]);
  const shelters = told ?? book.shelters;
  const isUnknown = told === null && shelters.length === 0;
  return (
    <>
      <Waiting {...beds} />
      {answer.kind === 'problem' && answer.problem.kind !== 'offline' && answer.problem.kind !== 'expired' && (
        <ProblemNote problem={answer.problem} again={answer.again} />
      )}
      {isUnknown && answer.kind === 'loading' && isSignedIn && <Loading />}
      {told?.length === 0 && <Banner tone="info">{t('beds.noShelter')}</Banner>}
      {shelters.map(({ id, name }) =>
        isSignedIn ? (
          <ShelterSection key={id} {...beds} shelterId={id} name={name} />
        ) : (
          <KeptShelterSection key={id} {...beds} shelterId={id} name={name} />
        ),
      )}
    </>
  );
}
