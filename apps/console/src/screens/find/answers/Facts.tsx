import type { ReactNode } from 'react';
import { useNow } from '../../../app/clock/use-now';
import { languageOf } from '../../../i18n/languages';
import { useSpeech, type Speech } from '../../../i18n/messages';
import { namesOf } from '../../../i18n/names';
import { usePlaceTime } from '../place-time';
import type { Match } from '../queries';
import { ageOf, type Age } from './age';
import { openingOf } from './opening';
import { talkOf } from './sort-reasons';

/** The deciding facts: beds and the age of their count, the distance, whether somebody is there, and the languages spoken there. */
export function Facts({ match }: { readonly match: Match }) {
  const { t, format, language } = useSpeech();
  const { availability, distance, location, service } = match;
  const names = namesOf(language);
  const where = [location?.city, location?.country && names.country(location.country)].filter(Boolean).join(format.comma);
  const far = distance && distanceText(t, format, distance);
  const talk = talkOf(match);
  return (
    <dl className="facts">
      {availability && (
        <Fact name={t('find.beds')}>
          <strong>{t('find.free', { free: availability.free })}</strong> <Count availability={availability} country={location?.country} />
        </Fact>
      )}
      <Fact name={t('find.where')}>
        {far && <bdi>{far}</bdi>}
        {far && where && ' · '}
        <bdi dir={languageOf(language).direction}>{where}</bdi>{' '}
        {service.confidential && <span className="tag">{t('find.confidential')}</span>} <Opening match={match} />
      </Fact>
      {(service.languages.length > 0 || talk !== null) && (
        <Fact name={t('find.speak')}>
          {service.languages.map(names.language).join(format.comma)} {talk !== null && <strong className="talk">{talk}</strong>}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The distance; approximate if the location is not exact. */
export function distanceText(t: Speech['t'], format: Speech['format'], { meters, precision }: NonNullable<Match['distance']>): string {
  const distance = format.distance(meters);
  return precision === 'EXACT' ? distance : t('find.about', { distance });
}

function Count({
  availability,
  country,
}: {
  readonly availability: NonNullable<Match['availability']>;
  readonly country: string | null | undefined;
}) {
  const { t } = useSpeech();
  const placeTime = usePlaceTime();
  const now = useNow();
  const { confirmedAt, freshness } = availability;
  if (!confirmedAt) return <span className="age age-UNKNOWN">{t('find.uncounted')}</span>;
  const age = ageOf(confirmedAt, now);
  const form = 'days' in age ? 'dateTime' : 'time';
  return (
    <span className={`age age-${freshness}`}>
      {countAgeText(t, age)} ({placeTime(confirmedAt, country, form)})
    </span>
  );
}

/** Like "counted 3 minutes ago". */
export function countAgeText(t: Speech['t'], age: Age): string {
  if ('minutes' in age) return t('find.countedMinutes', age);
  return 'hours' in age ? t('find.countedHours', age) : t('find.countedDays', age);
}

/** Like "Open now · until 22:00"; nothing if the hours are unknown. */
function Opening({ match }: { readonly match: Match }) {
  const { t } = useSpeech();
  const placeTime = usePlaceTime();
  const told = openingOf(match, useNow());
  if (told === null) return null;
  const { isOpen, next } = told;
  const time = next && placeTime(next.at, match.location?.country, next.form);
  return (
    <span className={isOpen ? 'opening' : 'opening opening-closed'}>
      {t(isOpen ? 'find.open' : 'find.closed')}
      {time && ` · ${t(isOpen ? 'find.until' : 'find.opens', { time })}`}
    </span>
  );
}
