import type { ReactNode } from 'react';

/** How important a message is. */
export type Tone = 'info' | 'good' | 'warning' | 'danger';

/** A message in its place on the screen. `urgent`: a screen reader reads it at once. */
export function Banner({
  tone,
  urgent = false,
  children,
}: {
  readonly tone: Tone;
  readonly urgent?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={`banner banner-${tone}`} role={urgent ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
