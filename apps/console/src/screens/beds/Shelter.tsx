import { useEffect, type ReactNode } from 'react';
import { forgetUnsent, reportUnsent } from '../../app/exit/unsent';
import type { Problem } from '../../app/graph/problem';
import { useStore } from '../../app/store';
import { useSpeech } from '../../i18n/messages';
import { Loading } from '../../ui/Loading';
import { ProblemNote } from '../../ui/ProblemNote';
import { AllRight } from './rooms/AllRight';
import { Door } from './door/Door';
import { sortStays } from './guests/sort-stays';
import { Stays, type GuestProps } from './guests/Stays';
import { useSteps } from './guests/use-steps';
import { NewRoom } from './rooms/NewRoom';
import { RoomCard } from './rooms/RoomCard';
import type { BedsProps } from './beds-props';
import type { ShelterNow } from './queries';
import { namesOf } from './rooms/room-texts';
import { useShelter } from './use-shelter';

interface ShelterProps extends BedsProps {
  readonly shelterId: string;
  /** null: the organization has one shelter only. */
  readonly name: string | null;
}

/** A shelter of the signed-in user, from urgent things down to rarely needed ones. */
export function ShelterSection({ shelterId, name, ...beds }: ShelterProps) {
  const { outbox, book, owner } = beds;
  const { now, problem, refresh } = useShelter(shelterId, outbox);
  const steps = useSteps(owner, refresh);
  useUnsentSteps(`${owner}, steps at ${shelterId}`, useStore(steps.all).length);
  const rooms = book.rooms.filter((room) => room.shelterId === shelterId);
  const guests = { steps, names: namesOf(rooms), changed: useStore(steps.changed) };
  return (
    <Titled name={name}>
      <ShelterProblem problem={problem} again={refresh} />
      <GuestsSoon now={now} {...guests} />
      {rooms.length === 0 && <WithoutRooms isKnown={now !== null} shelterId={shelterId} refresh={refresh} />}
      <Rooms {...beds} shelterId={shelterId} now={now} refresh={refresh} />
      {now && <Guests now={now} {...guests} />}
      {now && <Door shelterId={shelterId} intake={now.intake} refresh={refresh} />}
      {rooms.length > 0 && now && <NewRoom shelterId={shelterId} isFirst={false} refresh={refresh} />}
    </Titled>
  );
}

function useUnsentSteps(part: string, underWay: number): void {
  useEffect(() => reportUnsent(part, underWay), [part, underWay]);
  useEffect(() => () => forgetUnsent(part), [part]);
}

function Titled({ name, children }: { readonly name: string | null; readonly children: ReactNode }) {
  return (
    <section className="shelter" aria-label={name ?? undefined}>
      {name !== null && <h2>{name}</h2>}
      {children}
    </section>
  );
}

/** Without network or session, the shell shows the problem and the counts stay usable. */
function ShelterProblem({ problem, again }: { readonly problem: Problem | null; readonly again: () => Promise<void> }) {
  if (!problem || problem.kind === 'offline' || problem.kind === 'expired') return null;
  return <ProblemNote problem={problem} again={() => void again()} />;
}

function WithoutRooms({
  isKnown,
  ...room
}: {
  readonly isKnown: boolean;
  readonly shelterId: string;
  readonly refresh: () => Promise<void>;
}) {
  return isKnown ? <NewRoom {...room} isFirst /> : <Loading />;
}

/** Holds that wait for the shelter's answer come first. */
function GuestsSoon({ now, ...guests }: GuestProps & { readonly now: ShelterNow | null }) {
  const { t } = useSpeech();
  return <Stays title={t('beds.toAnswer')} stays={sortStays(now?.activeHolds ?? []).toAnswer} {...guests} />;
}

function Guests({ now, ...guests }: GuestProps & { readonly now: ShelterNow }) {
  const { t } = useSpeech();
  const { expected, here } = sortStays(now.activeHolds);
  return (
    <>
      <Stays title={t('beds.expected')} empty={t('beds.expected.none')} stays={expected} {...guests} />
      <Stays title={t('beds.here')} stays={here} {...guests} />
    </>
  );
}

/** A shelter from this device's storage, while nobody is signed in: its counts, and no data of guests. */
export function KeptShelterSection({ shelterId, name, ...beds }: ShelterProps) {
  return (
    <Titled name={name}>
      <Rooms {...beds} shelterId={shelterId} now={null} refresh={null} />
    </Titled>
  );
}

function Rooms({
  shelterId,
  now,
  refresh,
  ...beds
}: BedsProps & { readonly shelterId: string; readonly now: ShelterNow | null; readonly refresh: (() => Promise<void>) | null }) {
  const { t } = useSpeech();
  const rooms = beds.book.rooms.filter((room) => room.shelterId === shelterId);
  if (rooms.length === 0) return null;
  const names = namesOf(rooms);
  return (
    <section className="rooms" data-tour="pools" aria-label={t('beds.rooms')}>
      {rooms.map((room) => (
        <RoomCard
          key={room.id}
          {...beds}
          room={room}
          name={names.get(room.id)!}
          genders={now?.bedPools.find(({ id }) => id === room.id)?.admits.persons?.flatMap(({ genders }) => genders ?? []) ?? []}
          surges={now?.surges.filter(({ poolId }) => poolId === room.id) ?? []}
          refresh={refresh}
        />
      ))}
      <AllRight {...beds} rooms={rooms} />
    </section>
  );
}
