import { useClient } from 'urql';
import { useSpeech } from '../../../i18n/messages';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { ProblemNote } from '../../../ui/ProblemNote';
import { later } from '../forms/later';
import { setDoor, type ClosedBecause, type Intake } from '../queries';
import { useSending } from '../forms/use-sending';

interface DoorProps {
  readonly shelterId: string;
  readonly intake: Intake;
  readonly refresh: () => Promise<void>;
}

const CloseForm = later(() => import('./CloseForm'));

/** Whether the shelter takes new guests, and the buttons to change that. */
export function Door(props: DoorProps) {
  const { t } = useSpeech();
  const client = useClient();
  const sending = useSending();
  const set = (door: { open: boolean; closedBecause?: ClosedBecause; closedUntil?: string }) =>
    sending.send(async (idempotencyKey) => {
      const input = { idempotencyKey, serviceId: props.shelterId, expectedVersion: props.intake.version, ...door };
      const { data, error } = await client.mutation(setDoor, { input }).toPromise();
      if (data) await props.refresh();
      return { error, answer: data?.setIntake };
    });
  return (
    <section className="door" aria-label={t('beds.door')}>
      {props.intake.open ? (
        <details>
          <summary>{t('beds.door.close')}</summary>
          <CloseForm set={set} isSending={sending.isSending} />
        </details>
      ) : (
        <Banner tone="warning">
          <Closed intake={props.intake} />
          <Button isDisabled={sending.isSending} onPress={() => set({ open: true })}>
            {t('beds.door.open')}
          </Button>
        </Banner>
      )}
      {sending.problem && <ProblemNote problem={sending.problem} again={sending.again} />}
    </section>
  );
}

function Closed({ intake: { closedBecause, closedUntil } }: { readonly intake: Intake }) {
  const { t, format } = useSpeech();
  return (
    <>
      <p>
        <strong>{t('beds.door.closed')}</strong> {closedBecause && t(`beds.because.${closedBecause}`)}
      </p>
      <p>{closedUntil ? t('beds.door.until', { end: format.dateTime(new Date(closedUntil)) }) : t('beds.door.untilOpened')}</p>
    </>
  );
}
