import { useEffect, useState } from 'react';
import './beds.css';
import { useIdentity } from '../../app/identity/known-identity';
import { useSession } from '../../app/session/session-context';
import { useStore } from '../../app/store';
import { useSpeech } from '../../i18n/messages';
import { Banner } from '../../ui/Banner';
import { keptAccounts } from './kept/database';
import type { Outbox } from './kept/outbox';
import { useOutbox } from './kept/use-outbox';
import { Shelters } from './Shelters';

/** The night shift of a shelter: how many beds are taken, and who is coming. It also works without network. */
export default function Beds() {
  const { t } = useSpeech();
  const state = useStore(useSession().state);
  const identity = useIdentity();
  return (
    <div className="beds">
      <h1>{t('screen.beds')}</h1>
      {'subject' in state ? <OwnBook owner={state.subject} organizationId={identity?.organizationId ?? null} /> : <WithoutSignIn />}
    </div>
  );
}

/** After a reload without network: the last account on this device continues to count, and signs in later. */
function WithoutSignIn() {
  const { t } = useSpeech();
  const [owner, setOwner] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    void keptAccounts().then(([last]) => setOwner(last?.subject ?? null));
  }, []);
  if (owner === undefined) return <p role="status">{t('app.loading')}</p>;
  if (owner === null) return <Banner tone="info">{t('beds.nothingKept')}</Banner>;
  return <OwnBook owner={owner} organizationId={null} />;
}

function OwnBook({ owner, organizationId }: { readonly owner: string; readonly organizationId: string | null }) {
  const outbox = useOutbox(owner);
  return outbox && <Opened outbox={outbox} owner={owner} organizationId={organizationId} />;
}

function Opened(props: { readonly outbox: Outbox; readonly owner: string; readonly organizationId: string | null }) {
  const { t } = useSpeech();
  const book = useStore(props.outbox.book);
  return book ? <Shelters {...props} book={book} /> : <p role="status">{t('app.loading')}</p>;
}
