import { useEffect, useState } from 'react';
import { secondsUntil } from '../app/clock/server-clock';
import { useSpeech } from '../i18n/messages';
import { announce } from './announce';

/** Until when, and by which clock: the server's, since a hold ends by that. */
export interface CountdownProps {
  readonly endsAt: string;
  readonly now: () => number;
  readonly onOver?: () => void;
  /** Says how much is left, where several count down; else the countdown says so itself. */
  readonly onMinutes?: (minutes: number) => void;
}

/** Minutes left at which a screen reader says so; every second would drown the call. */
const saidAtMinutes = [10, 5, 2, 1];

/** Time left, by the second for the eye, and now and then for the ear. */
export function Countdown({ endsAt, now, onOver, onMinutes }: CountdownProps) {
  const { t } = useSpeech();
  const [seconds, setSeconds] = useState(() => secondsUntil(endsAt, now()));
  useEffect(() => {
    const look = () => setSeconds(secondsUntil(endsAt, now()));
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [endsAt, now]);
  useEffect(() => {
    const minutes = seconds / 60;
    if (saidAtMinutes.includes(minutes)) onMinutes ? onMinutes(minutes) : announce(t('ui.minutesLeft', { minutes }));
    if (seconds === 0) onOver?.();
    // Once for each second that is shown.
  }, [seconds]);
  const shown = clockTime(seconds);
  return (
    <span className={seconds <= 60 ? 'countdown countdown-short' : 'countdown'} role="timer" aria-live="off">
      <bdi dir="ltr">{shown}</bdi>
    </span>
  );
}

/** "4:05", and with hours "3:04:05". */
function clockTime(seconds: number): string {
  const two = (part: number) => String(part % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds)}` : `${Math.floor(minutes / 60)}:${two(minutes)}:${two(seconds)}`;
}
