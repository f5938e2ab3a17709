import type { AccessibilityNeed, ExploitationType, Gender, LegalStatus } from '../admission/people.js';
import type { AskTopic, ReasonCode } from './reasons.js';

/** All texts for reasons in one language. docs/translations.md explains how to add one. */
export interface Translation {
  /** BCP 47, for names, numbers and dates. */
  readonly locale: string;
  readonly rightToLeft: boolean;
  readonly texts: Readonly<Record<ReasonCode, string>>;
  readonly words: Words;
  readonly rules: RuleWords;
}

/** Words that replace a value in a text. */
export interface Words {
  /** After "it is". */
  readonly statuses: Readonly<Record<'ACTIVE' | 'INACTIVE' | 'TEMPORARILY_CLOSED' | 'DEFUNCT', string>>;
  /** Has {date} and {time}, and says that the time is UTC. */
  readonly moment: string;
  readonly unknownMoment: string;
  readonly unknownCountry: string;
  /** Contains {member}; it means that the sentence before is about them. */
  readonly aboutMember: string;
  /** The same with {members}: several. */
  readonly aboutMembers: string;
  /** Contains {terms}, names of terms in the directory's language; it means that the directory lists the service under them. */
  readonly byTerms: string;
}

/** Words for the parts of a rule. */
export interface RuleWords {
  readonly everyone: string;
  /** Of any age, or adults. */
  readonly genders: Readonly<Record<Gender, string>>;
  readonly children: string;
  readonly girls: string;
  readonly boys: string;
  /** Has {who} and {from}. */
  readonly from: string;
  /** Has {who} and {to}. */
  readonly upTo: string;
  /** Has {who}, {from} and {to}. */
  readonly between: string;
  /** Has {who}. */
  readonly accompanied: string;
  /** Replaces a list of all of them; of legal statuses, it says that papers do not matter. */
  readonly any: Readonly<Record<'legalStatuses' | 'exploitation', string>>;
  readonly legalStatuses: Readonly<Record<LegalStatus, string>>;
  readonly exploitation: Readonly<Record<ExploitationType, string>>;
  readonly accessibility: Readonly<Record<AccessibilityNeed, string>>;
  /** The subject of each question. */
  readonly topics: Readonly<Record<AskTopic, string>>;
}
