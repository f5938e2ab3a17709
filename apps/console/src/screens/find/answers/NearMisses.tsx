import { useSpeech } from '../../../i18n/messages';
import { Phones } from '../../../ui/Phones';
import type { NearMiss } from '../queries';
import { saidDistance } from './Facts';

/** What nearly fits, and the one thing that speaks against it. */
export function NearMisses({ misses }: { readonly misses: readonly NearMiss[] }) {
  const { t, format } = useSpeech();
  if (misses.length === 0) return null;
  return (
    <div className="misses">
      <h3>{t('find.misses')}</h3>
      <ul>
        {misses.map(({ service, distance, failed }) => (
          <li key={service.id} className="entry">
            <h4>
              <bdi>{service.name}</bdi>
            </h4>
            <p className="cautions">{failed.text}</p>
            {distance && (
              <p>
                <bdi>{saidDistance(t, format, distance)}</bdi>
              </p>
            )}
            <div className="entry-actions">
              <Phones phones={service.phones} of={service.name} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
