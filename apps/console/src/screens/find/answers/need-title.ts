import type { Party } from '../../../app/party/carers';
import { placeOfId } from '../../../app/party/members-input';
import type { Speech } from '../../../i18n/messages';
import { namesIn } from '../../../ui/party-names';
import type { NeedReport } from '../queries';

type Need = Pick<NeedReport, 'category' | 'for'>;

/** One need of a question, which may have a category for several people. */
export const needKey = ({ category, for: id }: Need): string => `${category} ${id ?? ''}`;

/** What is needed, and for whom of several. */
export function needTitle(t: Speech['t'], party: Party, { category, for: id }: Need): string {
  const what = t(`category.${category}`);
  const who = id === null || party.length < 2 ? undefined : namesIn(t, party)[placeOfId(id)];
  return who === undefined ? what : `${what} · ${who}`;
}
