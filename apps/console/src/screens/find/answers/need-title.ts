import type { Party } from '../../../app/party/carers';
import { placeOfId } from '../../../app/party/members-input';
import type { Speech } from '../../../i18n/messages';
import { namesIn } from '../../../ui/party-names';
import type { NeedReport } from '../queries';

type Need = Pick<NeedReport, 'category' | 'for'>;

/** Identifies one need of a query, which may contain a category for several people. */
export const needKey = ({ category, for: id }: Need): string => `${category} ${id ?? ''}`;

/** The title of a need, with the person if it is for some of the party only. */
export function needTitle(t: Speech['t'], party: Party, { category, for: id }: Need): string {
  const what = t(`category.${category}`);
  const who = id === null || party.length < 2 ? undefined : namesIn(t, party)[placeOfId(id)];
  return who === undefined ? what : `${what} · ${who}`;
}
