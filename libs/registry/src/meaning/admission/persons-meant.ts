import type { PersonClause } from '@haven/kernel';
import { personsHoused } from '../../crosswalks/persons-of-terms.js';
import { readAdmission, saysMoreThanAges } from './admission-sayings.js';
import { mayHouseOnlySome } from './person-words.js';
import { within } from './within.js';

/** What a service says about persons in several places. */
export interface SaidOfService {
  /** Its eligibility text. */
  readonly text: string | null;
  /** What its terms mean, and the name of a place to sleep; null: nobody in particular. */
  readonly named: readonly PersonClause[] | null;
  /** Of a place to sleep. */
  readonly house: { readonly name: string; readonly description: string } | null;
  /** Whether its record limits ages, which alone would admit every gender. */
  readonly limitsAges: boolean;
}

/** The clauses that follow, and from what; null clauses: nothing certain is said, so all are asked about. */
export interface PersonsMeant {
  readonly clauses: readonly PersonClause[] | null;
  readonly by: 'TEXT' | 'NAMED' | 'HOUSE' | 'OPEN' | 'UNCLEAR' | 'NOTHING';
}

/**
 * Joins what text, terms and name of a service say. A text that names only ages narrows what the others say, and replaces none of it: a
 * women's house "18+" is still a women's house.
 */
export function personsMeant(said: SaidOfService): PersonsMeant {
  const { text, named } = said;
  const { clauses, unclear, isOnlyAges } = readAdmission(text ?? '');
  if (unclear) return unclearMeant(said, text!);
  if (clauses === null) return named === null ? openMeant(said, 'NOTHING') : { clauses: named, by: 'NAMED' };
  if (!isOnlyAges) return { clauses, by: 'TEXT' };
  if (named !== null) return { clauses: narrowed(named, clauses), by: 'NAMED' };
  return isOpen(said) ? { clauses: asked(clauses), by: 'OPEN' } : { clauses, by: 'TEXT' };
}

/** A text too vague for a rule may still say whom a place to sleep houses; other people cannot stay there. */
function unclearMeant(said: SaidOfService, text: string): PersonsMeant {
  const { house, named } = said;
  const housed = house === null ? null : personsHoused(`${house.name}. ${house.description}. For ${text}`);
  if (housed !== null) return { clauses: housed, by: 'HOUSE' };
  if (named !== null && !saysMoreThanAges(text)) return { clauses: asked(named), by: 'NAMED' };
  return openMeant(said, 'UNCLEAR');
}

const openMeant = (said: SaidOfService, by: PersonsMeant['by']): PersonsMeant =>
  said.limitsAges && isOpen(said) ? { clauses: [anybodyAsked], by: 'OPEN' } : { clauses: null, by };

const isOpen = ({ house, text }: SaidOfService): boolean =>
  house !== null && mayHouseOnlySome(house.name, `${house.description}. ${text ?? ''}`);

const anybodyAsked: PersonClause = { genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false, asked: true };

const asked = (clauses: readonly PersonClause[]): readonly PersonClause[] => unique(clauses.map((clause) => ({ ...clause, asked: true })));

/** Whoever both admit; whoever one of them leaves open is asked about. */
function narrowed(clauses: readonly PersonClause[], ages: readonly PersonClause[]): readonly PersonClause[] {
  const possible = ages.flatMap((age) => within(clauses, age).map((clause) => (age.asked ? { ...clause, asked: true } : clause)));
  return possible.length > 0 ? unique(possible) : asked(clauses);
}

const unique = (clauses: readonly PersonClause[]): readonly PersonClause[] => [
  ...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).values(),
];
