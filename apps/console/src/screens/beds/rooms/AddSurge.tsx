import { useState } from 'react';
import { useClient } from 'urql';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { NumberStepper } from '../../../ui/NumberStepper';
import { ProblemNote } from '../../../ui/ProblemNote';
import { EndField } from '../forms/EndField';
import type { Room } from '../ledger/ledger';
import { addBeds } from '../queries';
import { useSending } from '../forms/use-sending';

/** The limit of the API. */
const mostBeds = 1_000;

/** Extra beds for a limited time, such as mattresses for a night. */
export default function AddSurge({ room, refresh }: { readonly room: Room; readonly refresh: () => Promise<void> }) {
  const { t } = useSpeech();
  const client = useClient();
  const [beds, setBeds] = useState(1);
  const [endsAt, setEndsAt] = useState<string | null>(null);
  const sending = useSending();
  const add = () =>
    sending.send(async (idempotencyKey) => {
      const input = { idempotencyKey, poolId: room.id, beds, endsAt: endsAt! };
      const { data, error } = await client.mutation(addBeds, { input }).toPromise();
      if (data?.addSurgeBeds.__typename === 'BedPool') {
        await refresh();
        setEndsAt(null);
      }
      return { error, answer: data?.addSurgeBeds };
    });
  return (
    <fieldset className="form">
      <legend>{t('beds.surge.add')}</legend>
      <NumberStepper label={t('beds.surge.beds')} value={beds} least={1} most={mostBeds} onChange={setBeds} />
      <EndField label={t('beds.surge.endsAt')} end={endsAt} onChange={setEndsAt} />
      {sending.problem && <ProblemNote problem={sending.problem} again={sending.again} />}
      <Button kind="main" isDisabled={endsAt === null || sending.isSending} onPress={add}>
        {t('beds.surge.save', { count: beds })}
      </Button>
    </fieldset>
  );
}
