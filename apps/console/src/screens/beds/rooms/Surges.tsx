import { useClient } from 'urql';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { ProblemNote } from '../../../ui/ProblemNote';
import { endBeds, type Surge } from '../queries';
import { useSending } from '../forms/use-sending';

/** Extra beds of a room for a limited time. */
export function Surges({ surges, refresh }: { readonly surges: readonly Surge[]; readonly refresh: (() => Promise<void>) | null }) {
  if (surges.length === 0 || !refresh) return null;
  return (
    <ul className="surges">
      {surges.map((surge) => (
        <SurgeLine key={surge.id} surge={surge} refresh={refresh} />
      ))}
    </ul>
  );
}

function SurgeLine({ surge: { id, beds, removed, endsAt }, refresh }: { readonly surge: Surge; readonly refresh: () => Promise<void> }) {
  const { t, format } = useSpeech();
  const client = useClient();
  const sending = useSending();
  const end = () =>
    sending.send(async () => {
      const { data, error } = await client.mutation(endBeds, { id }).toPromise();
      if (data) await refresh();
      return { error, answer: data?.endSurge };
    });
  const count = beds - removed;
  const isOver = Date.parse(endsAt) <= Date.now();
  return (
    <li>
      <span>{isOver ? t('beds.surge.over', { count }) : t('beds.surge.until', { count, end: format.dateTime(new Date(endsAt)) })}</span>
      {!isOver && (
        <Button isDisabled={sending.isSending} onPress={end}>
          {t('beds.surge.end')}
        </Button>
      )}
      {sending.problem && <ProblemNote problem={sending.problem} again={sending.again} />}
    </li>
  );
}
