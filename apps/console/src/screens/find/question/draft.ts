import { createStore, useStore } from '../../../app/store';
import { emptyDraft, type FindDraft } from './question';

/** A draft with its owner: it outlives a lock and an expired session, and no other user sees it. */
interface OwnedDraft {
  readonly subject: string | null;
  readonly draft: FindDraft;
  /** Increases with each restart of the screen. */
  readonly turn: number;
}

const kept = createStore<OwnedDraft>({ subject: null, draft: emptyDraft, turn: 0 });

/** The data that this user has entered, and the functions to change it. It is kept in memory only. */
export interface DraftOfScreen {
  readonly draft: FindDraft;
  readonly turn: number;
  change(change: Partial<FindDraft>): void;
  clear(): void;
}

/** The draft of the signed-in user. */
export function useDraft(subject: string): DraftOfScreen {
  const { subject: owner, draft, turn } = useStore(kept);
  return {
    draft: owner === subject ? draft : emptyDraft,
    turn,
    change: (changed) => {
      const now = kept.get();
      kept.set({ ...now, subject, draft: { ...(now.subject === subject ? now.draft : emptyDraft), ...changed } });
    },
    clear: () => kept.set({ subject, draft: emptyDraft, turn: kept.get().turn + 1 }),
  };
}
