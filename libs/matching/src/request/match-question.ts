import type { AccessibilityNeed, ExploitationType, Gender, LegalStatus, NamedMember, NeedCategory, Position } from '@haven/kernel';

/** A missing value and null mean the same. */
type Maybe<T> = T | null | undefined;

/** A person as the caller describes them; only the types are checked. */
export interface PersonQuestion extends NamedMember {
  readonly gender: Gender;
  readonly languages: readonly string[];
  readonly nationality?: Maybe<string>;
  readonly legalStatus?: Maybe<LegalStatus>;
  readonly legalStatusIn?: Maybe<string>;
  readonly exploitation?: Maybe<readonly ExploitationType[]>;
  readonly pregnant?: Maybe<boolean>;
  readonly accessibility?: Maybe<readonly AccessibilityNeed[]>;
}

/** An area to avoid, as the caller draws it. */
export interface AvoidQuestion {
  readonly center?: Maybe<Position>;
  readonly radiusKm?: Maybe<number>;
  readonly polygon?: Maybe<readonly Position[]>;
}

/** The caller's wishes about the interpreter. */
export interface InterpreterQuestion {
  readonly language: string;
  readonly genders?: Maybe<readonly Gender[]>;
  readonly byPhoneOnly?: Maybe<boolean>;
  readonly notOrganizationIds?: Maybe<readonly string[]>;
  readonly notFromCommunity?: Maybe<boolean>;
}

/** A need, as the caller asks for it. */
export interface NeedQuestion {
  readonly category: NeedCategory;
  readonly beds?: Maybe<number>;
  readonly for?: Maybe<string>;
  readonly interpreter?: Maybe<InterpreterQuestion>;
}

/** A `match` request, as the caller sends it. */
export interface MatchQuestion {
  readonly origin: { readonly point?: Maybe<Position>; readonly placeId?: Maybe<string> };
  readonly needs: readonly NeedQuestion[];
  readonly person: PersonQuestion;
  readonly companions?: Maybe<readonly PersonQuestion[]>;
  readonly avoid?: Maybe<readonly AvoidQuestion[]>;
  readonly maxDistanceKm?: Maybe<number>;
  readonly crossBorder?: Maybe<boolean>;
  readonly at?: Maybe<Date>;
  readonly first?: Maybe<number>;
  readonly after?: Maybe<readonly Maybe<string>[]>;
  readonly record?: Maybe<boolean>;
}
