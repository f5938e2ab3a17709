import { LocationPrecision } from '@haven/events';
import { Availability, DateTimeScalar, HeldBeds, Phone, Service, ServiceLocation, Reason } from '@haven/graph-types';
import { NeedCategory } from '@haven/kernel';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { OpeningHours } from '../hours/opening-hours.js';
import type { Provider } from '../judging/candidate.js';
import type { TalkJudgement } from '../judging/judge-talk.js';
import { LanguageGrade } from '../languages/language-fit.js';
import { Remedy } from '../ranking/remedies.js';

registerEnumType(LanguageGrade, {
  name: 'LanguageFit',
  description:
    'DIRECT: they speak one of the languages. CLOSE: one that is understood. INTERPRETER: through theirs. NONE: none of these. UNKNOWN: the directory does not say.',
});

registerEnumType(Remedy, {
  name: 'Remedy',
  description:
    'WIDEN_DISTANCE and CROSS_BORDER: allow it in the question. WAIT_FOR_BED: beds that are held would do, if they come free. SPLIT_PARTY: without this one of the party it is a match. JOIN_WAITLIST: there are beds enough, but people have them. CALL_AND_ASK: they may make an exception. NONE: nothing that somebody could do now.',
});

/** A place of the gazetteer. */
@ObjectType()
export class Place {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) region!: string | null;
  @Field(() => String) country!: string;
  @Field(() => Float) latitude!: number;
  @Field(() => Float) longitude!: number;
}

/** How far a place is. */
@ObjectType({ description: "AREA: to the place's public cell, the same for every place in it. CITY: to the middle of its town." })
export class Distance {
  @Field(() => Float) meters!: number;
  @Field(() => LocationPrecision) precision!: LocationPrecision;
}

/** What one drawback is worth. */
@ObjectType({
  description:
    'code: DISTANCE, POSITION_UNKNOWN, LANGUAGE, FRESHNESS, FEW_BEDS, CHILD_APART, NOT_FOR_CHILDREN, HOURS, REFERRAL, ASSESSMENT, BORDER, OPEN_QUESTIONS. There may be more in later versions.',
})
export class BurdenPart {
  @Field(() => String) code!: string;
  @Field(() => Float) km!: number;
}

/** What a match costs. */
@ObjectType({ description: 'The distance, and what each drawback is worth in kilometres. No part is below 0; their sum is km.' })
export class Burden {
  @Field(() => Float) km!: number;
  @Field(() => [BurdenPart]) parts!: BurdenPart[];
}

/** When new people are taken in. */
@ObjectType({ description: 'As openNow, opensAt, closesAt and hoursText of the match, for the hours in which new people are taken in.' })
export class IntakeHours {
  @Field(() => Boolean, { nullable: true }) openNow!: boolean | null;
  @Field(() => DateTimeScalar, { nullable: true }) opensAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) closesAt!: Date | null;
  hours!: OpeningHours | null;
  at!: Date;
}

/** A number to call. */
@ObjectType({ description: 'A phone of a service, with the hours in which its phones are answered. Null: not known.' })
export class MatchPhone extends Phone {
  @Field(() => Boolean, { nullable: true }) openNow!: boolean | null;
  @Field(() => DateTimeScalar, { nullable: true }) opensAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) closesAt!: Date | null;
  hours!: OpeningHours | null;
  at!: Date;
}

/** A service that fits. */
@ObjectType()
export class Match {
  @Field(() => Service) service!: Service;
  @Field(() => ServiceLocation, { nullable: true, description: 'Where the person would go.' }) location!: ServiceLocation | null;
  @Field(() => Distance, { nullable: true, description: 'Null: the directory does not say where it is. It may be anywhere in its area.' })
  distance!: Distance | null;
  @Field(() => Float, { description: '0 (worst) to 1 (best): 20 / (20 + burden).' }) score!: number;
  @Field(() => Burden, { description: 'What this match costs in kilometres, all told: matches come in its order.' }) burden!: Burden;
  @Field(() => LanguageGrade) languageFit!: LanguageGrade;
  @Field(() => [Reason]) reasons!: Reason[];
  @Field(() => [MatchPhone], { description: 'To call before somebody travels.' }) phones!: MatchPhone[];
  @Field(() => Availability, { nullable: true, description: 'Null for services without beds.' }) availability!: Availability | null;
  @Field(() => [HeldBeds], { nullable: true, description: 'Beds that the party would take; null where none are needed or known.' })
  rooms!: HeldBeds[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether somebody can come at the time of the question. Null: not known.' })
  openNow!: boolean | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Where it is closed, when it opens next. Null: open, or not known.' })
  opensAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Where it is open, when it closes. Null: closed, never, or not known.' })
  closesAt!: Date | null;
  @Field(() => IntakeHours, { nullable: true, description: 'Null: the directory has no hours of its own for that.' })
  intake!: IntakeHours | null;
  hours!: OpeningHours | null;
  at!: Date;
  provider!: Pick<Provider, 'admission' | 'beds'>;
  talk!: TalkJudgement;
  stays!: boolean;
}

/** A service that one constraint alone keeps out. */
@ObjectType()
export class NearMiss {
  @Field(() => Service) service!: Service;
  @Field(() => ServiceLocation, { nullable: true }) location!: ServiceLocation | null;
  @Field(() => Distance, { nullable: true }) distance!: Distance | null;
  @Field(() => Availability, { nullable: true, description: 'Null for services without beds.' }) availability!: Availability | null;
  @Field(() => [MatchPhone]) phones!: MatchPhone[];
  @Field(() => Reason) failed!: Reason;
  @Field(() => Int, {
    nullable: true,
    description: 'Who does not fit: the place in the party, the person is 0; null when it is not about a person.',
  })
  member!: number | null;
  @Field(() => Remedy, { description: 'What would make it a match.' }) remedy!: Remedy;
}

/** What one rule leaves. */
@ObjectType()
export class FunnelStep {
  @Field(() => String, { description: 'Of the reason that the rule gives.' }) code!: string;
  @Field(() => Int) removed!: number;
  @Field(() => Int) left!: number;
}

/** One part of a party that is split. */
@ObjectType()
export class SplitPart {
  @Field(() => [Int], { description: 'Places in the party, the person is 0.' }) members!: number[];
  @Field(() => Match) match!: Match;
}

/** A way to place a party in parts. */
@ObjectType({ description: 'Whoever has a carer stays with them. Each part goes to another service.' })
export class Split {
  @Field(() => [SplitPart]) parts!: SplitPart[];
  @Field(() => Float, { description: 'In a straight line, between the two places that are farthest from each other.' })
  apartMeters!: number;
}

const forWhom = 'The id of who of the party needs it; null for ACCOMMODATION, which all need, and for somebody without an id.';

/** What was found for one need. */
@ObjectType()
export class NeedReport {
  @Field(() => NeedCategory) category!: NeedCategory;
  @Field(() => ID, { nullable: true, description: forWhom }) for!: string | null;
  @Field(() => Int, { description: 'Active services of the category within the distance.' }) considered!: number;
  @Field(() => [Match], { description: 'Best first.' }) matches!: Match[];
  @Field(() => ID, {
    nullable: true,
    description: 'For MatchInput.after: the matches that follow. Where none follow it stays as it is; null where there are no matches.',
  })
  endCursor!: string | null;
  @Field(() => [NearMiss], {
    description:
      'At most three that fail one constraint only, those that can be changed soonest first, of different kinds where there are. Looked for among the nearest 150 services within the distance and 50 beyond it.',
  })
  nearMisses!: NearMiss[];
  @Field(() => [FunnelStep], { description: 'In order: how many services each rule removed. Worked out only when asked for.' })
  funnel!: FunnelStep[];
  @Field(() => [Split], {
    description:
      'When nobody takes the party whole: the cheapest ways to place it in as few parts as possible, at most five, by all burdens and how far apart they are. None while nobody says who cares for a child (ASK_CARER). Worked out only when asked for.',
  })
  splits!: Split[];
}

/** The provider of one need in a plan. */
@ObjectType()
export class PlanItem {
  @Field(() => NeedCategory) category!: NeedCategory;
  @Field(() => ID, { nullable: true, description: forWhom }) for!: string | null;
  @Field(() => Match) match!: Match;
}

/** A need that no service meets. */
@ObjectType()
export class MissingNeed {
  @Field(() => NeedCategory) category!: NeedCategory;
  @Field(() => ID, { nullable: true, description: forWhom }) for!: string | null;
}

/** One provider for each need. */
@ObjectType({
  description:
    'The least burden over all candidates, shown or not: what each provider costs besides its distance, and the way. Equal burdens: fewer stops, then fewer organizations.',
})
export class Plan {
  @Field(() => [PlanItem]) items!: PlanItem[];
  @Field(() => Boolean, { description: 'Whether every need is met.' }) complete!: boolean;
  @Field(() => [MissingNeed], { description: 'Needs without a match.' }) missing!: MissingNeed[];
  @Field(() => Int) stops!: number;
  @Field(() => Float, {
    description: 'The way in a straight line between the places: to the bed, then the shortest way on through the other places.',
  })
  travelMeters!: number;
  @Field(() => Float) burdenKm!: number;
  @Field(() => Float, {
    description: 'Where there were too many candidates to try all: no plan is better by more than this. 0: proved best.',
  })
  gapKm!: number;
}

/** The answer to `match`. */
@ObjectType()
export class MatchReport {
  @Field(() => [NeedReport], { description: 'In the order of the input.' }) needs!: NeedReport[];
  @Field(() => Plan, {
    nullable: true,
    description: 'One provider for each need, all together the least burden; null when no need has a match.',
  })
  plan!: Plan | null;
  @Field(() => DateTimeScalar) asOf!: Date;
}
