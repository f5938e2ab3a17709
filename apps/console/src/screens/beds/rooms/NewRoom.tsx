import { useSpeech } from '../../../i18n/messages';
import { later } from '../forms/later';

const Form = later(() => import('./NewRoomForm'));

/** Creates a room. A shelter without rooms shows the form at once; later it is folded away. */
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
