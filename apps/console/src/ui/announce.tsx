import { createStore, useStore } from '../app/store';

const spoken = createStore<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 });

/** Has a screen reader say something that only the eye would notice. */
export const announce = (text: string): void => spoken.set({ text, turn: spoken.get().turn + 1 });

/** Where {@link announce} speaks; the shell has one. The same text twice in a row is said twice. */
export function LiveRegion() {
  const { text, turn } = useStore(spoken);
  return (
    <div className="for-screen-readers" aria-live="polite">
      <span key={turn}>{text}</span>
    </div>
  );
}
