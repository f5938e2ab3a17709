import type { ReasonCode } from './reasons.js';

/** All that Haven says of reasons in one language. docs/translations.md says how to add one. */
export interface Translation {
  /** BCP 47, for names, numbers and dates. */
  readonly locale: string;
  readonly rightToLeft: boolean;
  readonly texts: Readonly<Record<ReasonCode, string>>;
  readonly words: Words;
}

/** Words that stand in a text for a value. */
export interface Words {
  /** After "it is". */
  readonly statuses: Readonly<Record<'ACTIVE' | 'INACTIVE' | 'TEMPORARILY_CLOSED' | 'DEFUNCT', string>>;
  /** Has {date} and {time}, and says that the time is UTC. */
  readonly moment: string;
  readonly unknownMoment: string;
  readonly unknownCountry: string;
}
