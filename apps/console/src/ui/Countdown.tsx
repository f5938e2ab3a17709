import { useEffect, useState } from 'react';
import { secondsUntil } from '../app/clock/server-clock';
import { useSpeech } from '../i18n/messages';
import { announce } from './announce';

/** The deadline, by the server's clock, since that clock ends a hold. */
export interface CountdownProps {
  readonly endsAt: string;
  readonly now: () => number;
  readonly onOver?: () => void;
  /** Reports the minutes left if several countdowns share the announcements; else the countdown announces them itself. */
  readonly onMinutes?: (minutes: number) => void;
}

/** Minutes left at which a screen reader announces the time; announcing every second would drown the call. */
const announcedMinutes = [10, 5, 2, 1];

/** The time left: visible every second, announced at some minutes. */
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
    if (announcedMinutes.includes(minutes)) onMinutes ? onMinutes(minutes) : announce(t('ui.minutesLeft', { minutes }));
    if (seconds === 0) onOver?.();
    // Runs once for each visible second.
  }, [seconds]);
  const shown = clockTime(seconds);
  return (
    <span className={seconds <= 60 ? 'countdown countdown-short' : 'countdown'} role="timer" aria-live="off">
      <bdi dir="ltr">{shown}</bdi>
    </span>
  );
}

/** "4:05", or with hours "3:04:05". */
function clockTime(seconds: number): string {
  const two = (part: number) => String(part % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds)}` : `${Math.floor(minutes / 60)}:${two(minutes)}:${two(seconds)}`;
}
