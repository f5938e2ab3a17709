import { useClient } from 'urql';
import { recordDemand } from '../queries';
import { matchInput, type FindDraft } from './question';
import { settling } from './settled';

/** Like the draft, it outlives a change of screens, so that nothing is counted twice. */
const ofScreen = settling();

/**
 * Counts the query of the screen as demand, once, when the user acts on its answer. It runs in the background. A hold is requested first,
 * so that this bed does not count as taken.
 */
export function useSettled(turn: number, draft: FindDraft): () => void {
  const client = useClient();
  return () => {
    const input = matchInput(draft);
    if (!input) return;
    ofScreen.settle(turn, draft, async () => {
      const { data } = await client.query(recordDemand, { input: { ...input, record: true } as never }).toPromise();
      return Boolean(data);
    });
  };
}
