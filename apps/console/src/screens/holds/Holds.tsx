import { Suspense, useState } from 'react';
import './holds.css';
import { useIdentity } from '../../app/identity/known-identity';
import { lazyLasting } from '../../app/offline/load-lasting';
import { useSpeech } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { Loading } from '../../ui/Loading';
import { ProblemNote } from '../../ui/ProblemNote';
import { HoldList } from './HoldList';
import { LiveNote } from './LiveNote';
import { Sheet } from './sheet/Sheet';
import { sortHolds } from './urgency';
import { useBoard } from './use-board';
import { useShelters } from './use-shelters';
import { useWaits } from './waits/use-waits';
import { WaitList } from './waits/WaitList';

/** Rarely needed parts: the list is shown before their scripts are fetched. */
const Group = lazyLasting(() => import('./group/Group').then(({ Group: loaded }) => ({ default: loaded })));
const Join = lazyLasting(() => import('./waits/Join').then(({ Join: loaded }) => ({ default: loaded })));

/** The part in front: the list, or a form that uses it. */
type View = 'list' | 'join' | 'group' | 'sheet';

/** All held beds and all waitlist entries of the user's organization. */
export default function Holds() {
  const { t } = useSpeech();
  const identity = useIdentity();
  const [view, setView] = useState<View>('list');
  const board = useBoard();
  const waits = useWaits(board);
  const holds = [...board.board.values()];
  const shelters = useShelters([...new Set([...holds, ...waits.waits].map(({ serviceId }) => serviceId))]);
  const back = () => setView('list');
  const { asked, due } = sortHolds(holds);
  if (view === 'sheet') return <Sheet holds={[...asked, ...due]} shelters={shelters} onBack={back} />;
  if (view === 'group')
    return (
      <Suspense fallback={<Loading />}>
        <Group board={board} shelters={shelters} onBack={back} />
      </Suspense>
    );
  return (
    <div className="holds" data-tour="holds">
      <header className="holds-head">
        <h1>{t('screen.holds')}</h1>
        <p>{t(identity?.role === 'COORDINATOR' ? 'holds.scope.all' : 'holds.scope.own')}</p>
        <LiveNote liveness={board.liveness} asOf={board.asOf} />
      </header>
      <div className="holds-ways">
        <Button onPress={() => setView('group')}>{t('holds.group')}</Button>
        <Button onPress={() => setView(view === 'join' ? 'list' : 'join')} aria-expanded={view === 'join'}>
          {t('holds.join')}
        </Button>
        <Button onPress={() => setView('sheet')} isDisabled={asked.length + due.length === 0}>
          {t('holds.sheet')}
        </Button>
      </div>
      {view === 'join' && (
        <Suspense fallback={<Loading />}>
          <Join onJoined={waits.again} onDone={back} />
        </Suspense>
      )}
      {board.problem && <ProblemNote problem={board.problem} again={board.again} />}
      {!board.isLoaded && !board.problem && <Loading />}
      {board.isLoaded && <HoldList board={board} shelters={shelters} isWaiting={waits.waits.length > 0} />}
      <WaitList waits={waits} shelters={shelters} />
    </div>
  );
}
