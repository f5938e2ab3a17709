import { createStore, useStore } from '../../app/store';

/** A draft that outlives a change of screens, a lock and an expired session; no other user sees it. In memory only. */
export function keptDraft<Draft>(empty: Draft) {
  const kept = createStore<{ readonly subject: string | null; readonly draft: Draft }>({ subject: null, draft: empty });
  return (subject: string): readonly [Draft, (change: (draft: Draft) => Draft) => void, () => void] => {
    const own = (now: { readonly subject: string | null; readonly draft: Draft }) => (now.subject === subject ? now.draft : empty);
    const draft = own(useStore(kept));
    return [draft, (change) => kept.set({ subject, draft: change(own(kept.get())) }), () => kept.set({ subject, draft: empty })];
  };
}
