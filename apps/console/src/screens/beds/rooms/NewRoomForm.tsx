import { useState } from 'react';
import { useClient } from 'urql';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { NumberStepper } from '../../../ui/NumberStepper';
import { ProblemNote } from '../../../ui/ProblemNote';
import { defineRoom } from '../queries';
import { useSending } from '../forms/use-sending';

/** Creates a room. */
export default function NewRoomForm({ shelterId, refresh }: { readonly shelterId: string; readonly refresh: () => Promise<void> }) {
  const { t } = useSpeech();
  const client = useClient();
  const [name, setName] = useState('');
  const [total, setTotal] = useState(4);
  const sending = useSending();
  const save = () =>
    sending.send(async (idempotencyKey) => {
      const input = { idempotencyKey, serviceId: shelterId, name, total };
      const answer = await client.mutation(defineRoom, { input }).toPromise();
      if (answer.data?.defineBedPool.__typename === 'BedPool') {
        await refresh();
        setName('');
      }
      return { error: answer.error, answer: answer.data?.defineBedPool };
    });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save();
      }}
    >
      <Field label={t('beds.newRoom.name')} help={t('beds.newRoom.help')} value={name} onChange={setName} maxLength={100} />
      <NumberStepper label={t('beds.newRoom.total')} value={total} least={1} most={1_000} onChange={setTotal} />
      {sending.problem && <ProblemNote problem={sending.problem} again={sending.again} />}
      <Button type="submit" kind="main" isDisabled={name.trim() === '' || sending.isSending}>
        {t('beds.newRoom.save')}
      </Button>
    </form>
  );
}
