import { useClient } from 'urql';
import { recordDemand } from '../queries';
import { matchInput, type FindDraft } from './question';
import { settling } from './settled';

/** Like the draft it outlives a change of screens: what was counted is not counted again afterwards. */
const ofScreen = settling();

/**
 * Has the question of the screen counted as demand, once, when its answer is put to use. Nobody waits for that. What is held is asked for
 * first, so that the bed does not count as taken.
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
