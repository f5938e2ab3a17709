import type { Role } from '../../app/screens';
import type { MessageId } from '../../i18n/catalogues';

/** One step of the tour: its screen, its target there, and its text. */
export interface Step {
  readonly path: string | null;
  readonly target: string;
  readonly text: MessageId;
}

const exit: Step = { path: null, target: 'exit', text: 'tour.exit' };

const finding: readonly Step[] = [
  { path: '/find', target: 'place', text: 'tour.place' },
  { path: '/find', target: 'party', text: 'tour.party' },
  { path: '/find', target: 'matches', text: 'tour.matches' },
  { path: '/holds', target: 'holds', text: 'tour.holds' },
  exit,
];

const counting: readonly Step[] = [
  { path: '/beds', target: 'pools', text: 'tour.pools' },
  { path: '/beds', target: 'all-right', text: 'tour.allRight' },
  { path: '/beds', target: 'expected', text: 'tour.expected' },
  { path: '/beds', target: 'pools', text: 'tour.offline' },
  exit,
];

/** The tour of a role; at most five steps. */
export const stepsOf = (role: Role): readonly Step[] => (role === 'PROVIDER' ? counting : role === 'AUDITOR' ? [exit] : finding);
