import { useEffect, useState } from 'react';
import { reportUnsent } from '../../app/exit/unsent';
import { useOnline } from '../../app/offline/online';
import { useSession } from '../../app/session/session-context';
import { useStore } from '../../app/store';
import { useSpeech } from '../../i18n/messages';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { dropAccount, tidyAfterOthers, type Left } from './kept/database';
import { unsentIn } from './ledger/ledger';
import type { BedsProps } from './beds-props';
import { useNow } from '../../app/clock/use-now';

/** If sending takes longer than this, the page says so. */
const patienceMilliseconds = 4_000;

/** Changes made here that are not on record yet, and why. */
export function Waiting({ book, owner }: BedsProps) {
  const { t } = useSpeech();
  const online = useOnline();
  const { kind } = useStore(useSession().state);
  const count = unsentIn(book);
  useNow(count > 0 ? 1_000 : 60_000);
  const now = Date.now();
  useEffect(() => reportUnsent(owner, count), [owner, count]);
  const waits = book.changes.filter(
    ({ notBefore, saidAt }) => notBefore <= now && (!online || kind !== 'signed-in' || now - saidAt > patienceMilliseconds),
  );
  const why = kind === 'signed-out' ? 'signIn' : !online ? 'network' : kind === 'signed-in' ? 'server' : 'signIn';
  return (
    <>
      {waits.length > 0 && <Banner tone="warning">{t(`beds.waiting.${why}`, { count: waits.length })}</Banner>}
      {kind === 'signed-out' && waits.length === 0 && <Banner tone="info">{t('beds.withoutSignIn')}</Banner>}
      {kind === 'signed-in' && <Others owner={owner} />}
    </>
  );
}

/** Unsent changes of other accounts wait for those accounts: they are never sent under another name. */
function Others({ owner }: { readonly owner: string }) {
  const [left, setLeft] = useState<readonly Left[]>([]);
  useEffect(() => {
    void tidyAfterOthers(owner).then(setLeft);
  }, [owner]);
  return left.map((one) => (
    <Other key={one.subject} left={one} onDropped={() => setLeft((all) => all.filter(({ subject }) => subject !== one.subject))} />
  ));
}

function Other({ left: { subject, unsent }, onDropped }: { readonly left: Left; readonly onDropped: () => void }) {
  const { t } = useSpeech();
  const [isSure, setIsSure] = useState(false);
  useEffect(() => reportUnsent(subject, unsent), [subject, unsent]);
  const drop = () => {
    if (!isSure) return setIsSure(true);
    reportUnsent(subject, 0);
    void dropAccount(subject).then(onDropped);
  };
  return (
    <Banner tone="warning">
      <p>{t('beds.others', { count: unsent })}</p>
      <Button kind={isSure ? 'danger' : 'plain'} onPress={drop}>
        {t(isSure ? 'beds.others.sure' : 'beds.others.drop')}
      </Button>
    </Banner>
  );
}
