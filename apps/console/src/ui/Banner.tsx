import type { ReactNode } from 'react';

/** How much a message matters. */
export type Tone = 'info' | 'good' | 'warning' | 'danger';

/** A message in its place on the screen. What must be heard at once is `urgent`. */
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
