import { createStore, useStore } from '../app/store';

const spoken = createStore<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 });

/** Announces a text to screen readers, for a change that is only visible. */
export const announce = (text: string): void => spoken.set({ text, turn: spoken.get().turn + 1 });

/** The live region of {@link announce}; the shell renders one. A repeated text is announced again. */
export function LiveRegion() {
  const { text, turn } = useStore(spoken);
  return (
    <div className="for-screen-readers" aria-live="polite">
      <span key={turn}>{text}</span>
    </div>
  );
}
