import { useState } from 'react';
import { useSpeech } from '../../../i18n/messages';
import { announce } from '../../../ui/announce';
import { Button } from '../../../ui/Button';
import { confirmAll, takeBack, type Room } from '../ledger/ledger';
import type { BedsProps } from '../beds-props';
import { undoMilliseconds, useUndo } from './use-undo';

/**
 * One tap for a night without changes. A confirmation cannot be undone once it is on record, so it is sent only after the undo time; a
 * count that is a few seconds older misleads nobody.
 */
export function AllRight({ outbox, rooms }: BedsProps & { readonly rooms: readonly Room[] }) {
  const { t } = useSpeech();
  const undo = useUndo();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const say = () => {
    const keyOfRoom = new Map(rooms.map(({ id }) => [id, crypto.randomUUID()]));
    const now = Date.now();
    outbox.change((book) => ({
      ...book,
      ...confirmAll(book, [...keyOfRoom.keys()], (id) => keyOfRoom.get(id)!, now, now + undoMilliseconds),
    }));
    setKeys([...keyOfRoom.values()]);
    undo.begin();
    announce(t('beds.allRight.said'));
  };
  const takeItBack = () => {
    outbox.change((book) => ({ ...book, ...takeBack(book, keys) }));
    undo.end();
  };
  return (
    <div className="all-right" data-tour="all-right">
      {undo.isOn ? (
        <>
          <p>{t('beds.allRight.said')}</p>
          <Button onPress={takeItBack}>{t('beds.undo')}</Button>
        </>
      ) : (
        <Button kind="main" onPress={say}>
          {t('beds.allRight')}
        </Button>
      )}
    </div>
  );
}
