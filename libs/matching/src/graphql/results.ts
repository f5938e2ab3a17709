import { LocationPrecision } from '@haven/events';
import { Availability, DateTimeScalar, HeldBeds, Phone, Service, ServiceLocation, Reason } from '@haven/graph-types';
import { NeedCategory } from '@haven/kernel';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { OpeningHours } from '../hours/opening-hours.js';
import type { Provider } from '../judging/candidate.js';
import type { TalkJudgement } from '../judging/talk/judge-talk.js';
import { LanguageGrade } from '../languages/language-fit.js';
import { Remedy } from '../ranking/remedies.js';

registerEnumType(LanguageGrade, {
  name: 'LanguageFit',
  description:
    'DIRECT: the service speaks a language of the person. CLOSE: it speaks one that the person understands. INTERPRETER: it has an interpreter. NONE: none of these. UNKNOWN: the directory does not say.',
});

registerEnumType(Remedy, {
  name: 'Remedy',
  description:
    'WIDEN_DISTANCE and CROSS_BORDER: change the question. WAIT_FOR_BED: held beds would be enough if they come free. SPLIT_PARTY: it is a match without this person. JOIN_WAITLIST: the shelter has enough beds, but they are taken. CALL_AND_ASK: they may make an exception. NONE: nothing that anybody can do now.',
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

@ObjectType({
  description: 'AREA: to the public cell of the place, the same for every place in it. CITY: to the centre of its town or postal code.',
})
export class Distance {
  @Field(() => Float) meters!: number;
  @Field(() => LocationPrecision) precision!: LocationPrecision;
}

/** One drawback of a match, in kilometres. */
@ObjectType({
  description:
    'code: DISTANCE, POSITION_UNKNOWN, LANGUAGE, FRESHNESS, FEW_BEDS, CHILD_APART, NOT_FOR_CHILDREN, HOURS, REFERRAL, ASSESSMENT, BORDER, OPEN_QUESTIONS. Later versions may add codes.',
})
export class BurdenPart {
  @Field(() => String) code!: string;
  @Field(() => Float) km!: number;
}

@ObjectType({ description: 'The distance, and what each drawback costs in kilometres. No part is negative; km is the sum.' })
export class Burden {
  @Field(() => Float) km!: number;
  @Field(() => [BurdenPart]) parts!: BurdenPart[];
}

/** When new people are admitted. */
@ObjectType({
  description: 'The same as openNow, opensAt, closesAt and hoursText of the match, for the hours in which the service takes new people in.',
})
export class IntakeHours {
  @Field(() => Boolean, { nullable: true }) openNow!: boolean | null;
  @Field(() => DateTimeScalar, { nullable: true }) opensAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) closesAt!: Date | null;
  hours!: OpeningHours | null;
  at!: Date;
}

/** A number to call. */
@ObjectType({ description: 'A phone of a service, and when the service answers its phones. Null: not known.' })
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
  @Field(() => Distance, {
    nullable: true,
    description: 'Null: the directory does not say where the service is. It may be anywhere in its area.',
  })
  distance!: Distance | null;
  @Field(() => Float, { description: '0 (worst) to 1 (best): 20 / (20 + burden).' }) score!: number;
  @Field(() => Burden, { description: 'What this match costs in kilometres in all. Matches come in this order.' }) burden!: Burden;
  @Field(() => LanguageGrade) languageFit!: LanguageGrade;
  @Field(() => [Reason]) reasons!: Reason[];
  @Field(() => [MatchPhone], { description: 'Numbers to call before somebody travels.' }) phones!: MatchPhone[];
  @Field(() => Availability, { nullable: true, description: 'Null for services without beds.' }) availability!: Availability | null;
  @Field(() => [HeldBeds], { nullable: true, description: 'The beds that the party would take. Null: no beds are needed or known.' })
  rooms!: HeldBeds[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the service is open at the time of the question. Null: not known.' })
  openNow!: boolean | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it opens next, if it is closed. Null: it is open, or the hours are not known.',
  })
  opensAt!: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it closes, if it is open. Null: it is closed, never closes, or the hours are not known.',
  })
  closesAt!: Date | null;
  @Field(() => IntakeHours, { nullable: true, description: 'Null: the directory has no separate intake hours.' })
  intake!: IntakeHours | null;
  hours!: OpeningHours | null;
  at!: Date;
  provider!: Pick<Provider, 'admission' | 'beds'>;
  talk!: TalkJudgement;
  stays!: boolean;
}

/** A service that fails only one constraint. */
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
    description:
      'Index in the party of the person who does not fit; the first person is 0. If there are several, the first of them, and failed.data.members has all. Null: it is not about a person.',
  })
  member!: number | null;
  @Field(() => Remedy, { description: 'What you could do to make it a match.' }) remedy!: Remedy;
}

/** One step of the funnel. */
@ObjectType()
export class FunnelStep {
  @Field(() => String, { description: 'The code of the reason that the rule gives.' }) code!: string;
  @Field(() => Int) removed!: number;
  @Field(() => Int) left!: number;
}

/** One part of a party that is split. */
@ObjectType()
export class SplitPart {
  @Field(() => [Int], { description: 'Indexes in the party; the first person is 0.' }) members!: number[];
  @Field(() => Match) match!: Match;
}

/** A way to place a party in parts. */
@ObjectType({ description: 'A person with a carer stays with the carer. Each part goes to another service.' })
export class Split {
  @Field(() => [SplitPart]) parts!: SplitPart[];
  @Field(() => Float, { description: 'Straight-line distance between the two places that are farthest apart.' })
  apartMeters!: number;
}

const forWhom = 'The id of the person who needs it. Null for ACCOMMODATION, which everybody needs, and for a person without an id.';

/** The results for one need. */
@ObjectType()
export class NeedReport {
  @Field(() => NeedCategory) category!: NeedCategory;
  @Field(() => ID, { nullable: true, description: forWhom }) for!: string | null;
  @Field(() => Int, { description: 'Active services of the category within the distance.' }) considered!: number;
  @Field(() => [Match], { description: 'Best first.' }) matches!: Match[];
  @Field(() => ID, {
    nullable: true,
    description:
      'Send it as MatchInput.after to get the matches that follow. It stays the same if none follow. Null: there are no matches.',
  })
  endCursor!: string | null;
  @Field(() => [NearMiss], {
    description:
      'At most three services that fail one constraint only, of different kinds if possible, the easiest to resolve first. They come from the nearest 150 services within the distance and 50 beyond it.',
  })
  nearMisses!: NearMiss[];
  @Field(() => [FunnelStep], { description: 'How many services each rule removed, in order. Haven computes it only if you select it.' })
  funnel!: FunnelStep[];
  @Field(() => [Split], {
    description:
      'If no service takes the whole party: at most five ways to place it in as few parts as possible, the cheapest first by burden and by the distance between the parts. None while the question does not say who cares for a child (ASK_CARER). Haven computes it only if you select it.',
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
    'The plan with the least burden over all candidates, also those that are not shown: what each provider costs besides its distance, and the way. If burdens are equal: fewer stops, then fewer organizations.',
})
export class Plan {
  @Field(() => [PlanItem]) items!: PlanItem[];
  @Field(() => Boolean, { description: 'Whether every need is met.' }) complete!: boolean;
  @Field(() => [MissingNeed], { description: 'Needs without a match.' }) missing!: MissingNeed[];
  @Field(() => Int) stops!: number;
  @Field(() => Float, {
    description: 'Length of the way in straight lines: first to the bed, then the shortest way through the other places.',
  })
  travelMeters!: number;
  @Field(() => Float) burdenKm!: number;
  @Field(() => Float, {
    description:
      'No plan is better by more than this. 0: the plan is proved to be the best. Above 0: there were too many candidates to try all.',
  })
  gapKm!: number;
}

/** The answer to `match`. */
@ObjectType()
export class MatchReport {
  @Field(() => [NeedReport], { description: 'In the order of the input.' }) needs!: NeedReport[];
  @Field(() => Plan, {
    nullable: true,
    description: 'One provider for each need, with the least burden in all. Null: no need has a match.',
  })
  plan!: Plan | null;
  @Field(() => DateTimeScalar) asOf!: Date;
}
