import { createStore, useStore } from '../../../app/store';
import { emptyDraft, type FindDraft } from './question';

/** Whose draft it is: it outlives a lock and a session that ended, and nobody else sees it. */
interface OwnedDraft {
  readonly subject: string | null;
  readonly draft: FindDraft;
  /** Grows with each new beginning. */
  readonly turn: number;
}

const kept = createStore<OwnedDraft>({ subject: null, draft: emptyDraft, turn: 0 });

/** What this person has entered, and ways to change it. It is in memory only. */
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
