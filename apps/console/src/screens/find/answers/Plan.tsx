import type { Party } from '../../../app/party/carers';
import { useSpeech } from '../../../i18n/messages';
import type { Report } from '../queries';
import { needKey, needTitle } from './need-title';

/** One provider for each need, with the shortest way in total; nothing if there is only one need. */
export function Plan({ report: { plan, needs }, party }: { readonly report: Report; readonly party: Party }) {
  const { t, format } = useSpeech();
  if (!plan || needs.length < 2) return null;
  return (
    <section className="plan" aria-label={t('find.plan')}>
      <h2>{t('find.plan')}</h2>
      <p>{t('find.plan.way', { stops: plan.stops, distance: format.distance(plan.travelMeters) })}</p>
      <ul>
        {plan.items.map((item) => (
          <li key={needKey(item)}>
            {needTitle(t, party, item)}: <strong>{item.match.service.name}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
