import { useSpeech } from '../../../i18n/messages';
import { later } from '../forms/later';

const Form = later(() => import('./NewRoomForm'));

/** Makes a room. A shelter without any sees how at once; later it is out of the way. */
export function NewRoom(props: { readonly shelterId: string; readonly isFirst: boolean; readonly refresh: () => Promise<void> }) {
  const { t } = useSpeech();
  if (!props.isFirst)
    return (
      <details className="new-room">
        <summary>{t('beds.newRoom')}</summary>
        <Form {...props} />
      </details>
    );
  return (
    <section className="new-room">
      <p>{t('beds.noRooms')}</p>
      <Form {...props} />
    </section>
  );
}
