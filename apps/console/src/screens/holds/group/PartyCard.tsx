import { useId } from 'react';
import type { Someone } from '../../../app/party/party';
import { useSpeech } from '../../../i18n/messages';
import { personText } from '../../../ui/party-names';
import { areChildrenAlone, moveMember, placeParty, type GroupParty } from './arrange';
import type { Candidate } from './shelters';
import type { GroupOfScreen } from './use-group';

/** People who stay together, their proposed shelter, and the corrections that the user can make. */
export function PartyCard(props: {
  readonly party: GroupParty;
  readonly number: number;
  readonly parties: readonly GroupParty[];
  readonly shelters: readonly Candidate[];
  /** The number of people for each shelter. */
  readonly counts: ReadonlyMap<string, number>;
  readonly correct: GroupOfScreen['correct'];
}) {
  const { t } = useSpeech();
  const [title, left] = [useId(), useId()];
  const { party, number, parties, shelters, counts, correct } = props;
  const chosen = shelters.find(({ id }) => id === party.serviceId);
  const saidOfPlace = ({ id, name, free }: Candidate) =>
    t('holds.group.option', { place: name, free: Math.max(0, free - (counts.get(id) ?? 0)) });
  return (
    <article className={party.serviceId === null || party.problem ? 'hold hold-soon' : 'hold'} aria-labelledby={title}>
      <h2 id={title}>{t('holds.group.party', { number })}</h2>
      <label className="group-choice">
        {t('holds.group.goesTo')}
        <select
          className="select"
          value={party.serviceId ?? ''}
          aria-describedby={chosen ? left : undefined}
          onChange={({ target }) => correct((now) => placeParty(now, party.id, target.value === '' ? null : target.value))}
        >
          <option value="">{t('holds.group.nowhere')}</option>
          {shelters.map((shelter) => (
            <option key={shelter.id} value={shelter.id}>
              {shelter === chosen ? shelter.name : saidOfPlace(shelter)}
            </option>
          ))}
        </select>
      </label>
      {/* A phone has no room for all of it on one line. */}
      {chosen && <p id={left}>{saidOfPlace(chosen)}</p>}
      {party.problem && <Problem problem={party.problem} />}
      {areChildrenAlone(party) && <p className="hold-warning">{t('holds.group.childrenAlone')}</p>}
      <ul className="group-members">
        {party.members.map((member, n) => (
          // Two members may have the same details: only the index tells them apart.
          <li key={n}>
            <Member member={member} party={party} index={n} parties={parties} correct={correct} />
          </li>
        ))}
      </ul>
      {party.asks.length > 0 && (
        <details className="hold-asks">
          <summary>{t('holds.asks', { count: party.asks.length })}</summary>
          <ul>
            {party.asks.map(({ code, text }) => (
              <li key={code}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function Problem({ problem }: { readonly problem: NonNullable<GroupParty['problem']> }) {
  const { t } = useSpeech();
  const isFull = problem.code === 'NO_BEDS_LEFT';
  return (
    <div className="hold-warning">
      {problem.texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {problem.texts.length === 0 && <p>{t(isFull ? 'holds.group.full' : 'holds.group.notThere')}</p>}
    </div>
  );
}

function Member(props: {
  readonly member: Someone;
  readonly party: GroupParty;
  readonly index: number;
  readonly parties: readonly GroupParty[];
  readonly correct: GroupOfScreen['correct'];
}) {
  const { t } = useSpeech();
  const { member, party, index, parties, correct } = props;
  const who = personText(t, member);
  const move = (to: string) => {
    if (to !== '') correct((now) => moveMember(now, party.id, index, to === 'ALONE' ? 'ALONE' : Number(to)));
  };
  return (
    <label className="group-member">
      <span>{who}</span>
      <select className="select" value="" aria-label={t('holds.group.move', { who })} onChange={({ target }) => move(target.value)}>
        <option value="">{t('holds.group.stays')}</option>
        {party.members.length > 1 && <option value="ALONE">{t('holds.group.alone')}</option>}
        {parties.map(({ id }, n) =>
          id === party.id ? null : (
            <option key={id} value={id}>
              {t('holds.group.with', { number: n + 1 })}
            </option>
          ),
        )}
      </select>
    </label>
  );
}
