import { DateTimeScalar, whoIsWho } from '@haven/graph-types';
import { AccessibilityNeed, ExploitationType, Gender, LegalStatus, NeedCategory } from '@haven/kernel';
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { InterpreterQuestion, MatchQuestion, NeedQuestion, PersonQuestion } from '../request/match-question.js';

/** A person as the caller describes them. */
@InputType()
export class PersonInput implements PersonQuestion {
  @Field(() => ID, { nullable: true, description: whoIsWho.id }) id?: string | null;
  @Field(() => ID, { nullable: true, description: whoIsWho.carerId }) carerId?: string | null;
  @Field(() => Gender) gender!: Gender;
  @Field(() => Int, { nullable: true, description: 'Whole years, 0 to 120; null: unknown.' }) age?: number | null;
  @Field(() => Boolean, { nullable: true, description: whoIsWho.mayBeMinor }) mayBeMinor?: boolean | null;
  @Field(() => [String], { description: 'BCP 47, the preferred language first; at least one.' }) languages!: string[];
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' }) nationality?: string | null;
  @Field(() => LegalStatus, { nullable: true }) legalStatus?: LegalStatus | null;
  @Field(() => String, {
    nullable: true,
    description:
      'ISO 3166-1 alpha-2: the country in which the person has legalStatus. Default: the country of the origin. For other countries the match asks. STATELESS applies everywhere.',
  })
  legalStatusIn?: string | null;
  @Field(() => [ExploitationType], { nullable: true }) exploitation?: ExploitationType[] | null;
  @Field(() => Boolean, { nullable: true }) pregnant?: boolean | null;
  @Field(() => [AccessibilityNeed], { nullable: true }) accessibility?: AccessibilityNeed[] | null;
}

@InputType()
export class PointInput {
  @Field(() => Float) latitude!: number;
  @Field(() => Float) longitude!: number;
}

@InputType({ description: 'Give exactly one.' })
export class OriginInput {
  @Field(() => PointInput, { nullable: true }) point?: PointInput | null;
  @Field(() => ID, { nullable: true }) placeId?: string | null;
}

/** Where the person must not be sent. */
@InputType({
  description:
    'Exactly one of: center with radiusKm, or polygon (3 to 100 corners, not closed). Edges are great circles; the border belongs to the area.',
})
export class AvoidAreaInput {
  @Field(() => PointInput, { nullable: true }) center?: PointInput | null;
  @Field(() => Float, { nullable: true }) radiusKm?: number | null;
  @Field(() => [PointInput], { nullable: true }) polygon?: PointInput[] | null;
}

/** Which interpreter somebody wants. */
@InputType({
  description:
    'For INTERPRETATION: which interpreter the person needs. For other needs: who may interpret if nobody there speaks a language of the person. If the directory does not say, the match asks.',
})
export class InterpreterInput implements InterpreterQuestion {
  @Field(() => String, { description: 'BCP 47. Sign languages are languages.' }) language!: string;
  @Field(() => [Gender], { nullable: true, description: 'Any of these; null: any gender.' }) genders?: Gender[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Default false.' }) byPhoneOnly?: boolean | null;
  @Field(() => [ID], { nullable: true, description: 'The interpreter must not work for these organizations; at most 50.' })
  notOrganizationIds?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'The interpreter must not belong to the community that speaks the language, since somebody there may know the person. Default false.',
  })
  notFromCommunity?: boolean | null;
}

/** What somebody of the party needs. */
@InputType({
  description:
    'beds: for ACCOMMODATION only; default one for each person of the party. More: spare beds in any room. Fewer: some people share beds in a room that admits them; if no room admits them together, the match takes more beds.',
})
export class NeedInput implements NeedQuestion {
  @Field(() => NeedCategory) category!: NeedCategory;
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the person whom the need is for, and whom the rules judge. Default: the first person. ACCOMMODATION is always for everybody.',
  })
  for?: string | null;
  @Field(() => Int, { nullable: true }) beds?: number | null;
  @Field(() => InterpreterInput, {
    nullable: true,
    description: 'Default for INTERPRETATION: an interpreter for the first language of the person.',
  })
  interpreter?: InterpreterInput | null;
}

/** The input of `match`. */
@InputType()
export class MatchInput implements MatchQuestion {
  @Field(() => OriginInput) origin!: OriginInput;
  @Field(() => [NeedInput], { description: '1 to 8. Name a category only once for each person of the party.' }) needs!: NeedInput[];
  @Field(() => PersonInput) person!: PersonInput;
  @Field(() => [PersonInput], { nullable: true, description: 'The people who stay with the person; at most 20.' }) companions?:
    PersonInput[] | null;
  @Field(() => [AvoidAreaInput], {
    nullable: true,
    description: 'At most 50 areas, with some 1,000 corners in all: each ten corners count as 1 of the 200 that one operation may cost.',
  })
  avoid?: AvoidAreaInput[] | null;
  @Field(() => Float, { nullable: true, description: 'Default 100, at most 2000.' }) maxDistanceKm?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Default false: only services in the country of the origin. If anybody in the party has no papers (UNDOCUMENTED, STATELESS), no match crosses a border.',
  })
  crossBorder?: boolean | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Default now.' }) at?: Date | null;
  @Field(() => Int, { nullable: true, description: 'Matches for each need; default 10, at most 50.' }) first?: number | null;
  @Field(() => [ID], {
    nullable: 'itemsAndList',
    description: 'Cursors to continue from: the endCursor of each need. Null: from the start. The plan does not depend on the page.',
  })
  after?: (string | null)[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Default false. True counts this question as demand, without any trace of who asks or for whom. Send it once, when the question is final.',
  })
  record?: boolean | null;
}
