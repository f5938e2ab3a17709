import { answerUnion, IdempotencyConflict, IdempotencyKey, InvalidInput, NotFound, PageInfo } from '@haven/graphql';
import { NeedCategory } from '@haven/kernel';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TermKind } from '../crosswalks/term-key.js';
import { DecisionRefusal } from '../decisions/decision-refused.js';
import { PersonGroup } from '../decisions/meant-persons.js';

registerEnumType(PersonGroup, {
  name: 'PersonGroup',
  description: 'CONDITION: something that Haven does not know of anybody (veteran, illness, income). FAMILIES: with anybody.',
});
registerEnumType(DecisionRefusal, { name: 'DecisionRefusal' });

@InputType({ description: 'Whom a term means. No groups and no ages: it says nothing of persons.' })
export class TermPersonsInput {
  @Field(() => [PersonGroup]) groups!: PersonGroup[];
  @Field(() => Int, { nullable: true }) minimumAge?: number | null;
  @Field(() => Int, { nullable: true }) maximumAge?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Others are shut out; else the ages say who is made welcome.' })
  agesAreLimit?: boolean | null;
}

@InputType()
export class DecideTermInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => TermKind) kind!: TermKind;
  @Field(() => String, { nullable: true, description: 'The term or the text, as unclearTerms shows it; none for a service as a whole.' })
  name?: string | null;
  @Field(() => String, { nullable: true }) taxonomy?: string | null;
  @Field(() => String, { nullable: true, description: 'Left out: in all sources.' }) source?: string | null;
  @Field(() => ID, { nullable: true, description: 'For this service alone.' }) serviceId?: string | null;
  @Field(() => [NeedCategory], { nullable: true, description: 'Empty: it is no need. Left out: nothing is decided of needs.' })
  categories?: NeedCategory[] | null;
  @Field(() => TermPersonsInput, { nullable: true, description: 'Left out: nothing is decided of persons.' })
  persons?: TermPersonsInput | null;
  @Field(() => Boolean, { nullable: true, description: 'What was decided of it counts no more.' }) withdraw?: boolean | null;
}

/** Whom a term means. */
@ObjectType()
export class TermPersons {
  @Field(() => [PersonGroup]) groups!: PersonGroup[];
  @Field(() => Int, { nullable: true }) minimumAge!: number | null;
  @Field(() => Int, { nullable: true }) maximumAge!: number | null;
  @Field(() => Boolean) agesAreLimit!: boolean;
}

/** A decision on record. */
@ObjectType({ description: 'What a coordinator decided that a term means.' })
export class TermDecision {
  @Field(() => ID) id!: string;
  @Field(() => TermKind) kind!: TermKind;
  @Field(() => String, { nullable: true, description: 'Null of a text, which may have to be hidden later.' }) name!: string | null;
  @Field(() => String, { nullable: true }) taxonomy!: string | null;
  @Field(() => String, { nullable: true, description: 'Null: of all sources, or of one service.' }) source!: string | null;
  @Field(() => ID, { nullable: true }) serviceId!: string | null;
  @Field(() => [NeedCategory], { nullable: true }) categories!: NeedCategory[] | null;
  @Field(() => TermPersons, { nullable: true }) persons!: TermPersons | null;
  @Field(() => Boolean, { description: 'It takes back what was decided before.' }) withdrawn!: boolean;
  @Field(() => Boolean, { description: 'It counts: nothing was decided of the same since, and it takes nothing back.' }) inForce!: boolean;
  @Field(() => ID, { description: 'The account that decided.' }) decidedBy!: string;
  @Field(() => String, { description: 'ISO 8601.' }) decidedAt!: string;
  @Field(() => Int, { description: 'How many published services showed it at that time.' }) services!: number;
  @Field(() => Int, { description: 'How many services still wait to be published anew because of it.' }) waiting!: number;
}

/** A decision that is not taken. */
@ObjectType({ description: 'Nothing was decided; the message says what to do instead.' })
export class DecisionRefused {
  @Field(() => DecisionRefusal) code!: DecisionRefusal;
  @Field(() => String) message!: string;
}

/** One of a page. */
@ObjectType()
export class TermDecisionEdge {
  @Field(() => String) cursor!: string;
  @Field(() => TermDecision) node!: TermDecision;
}

/** A page of the record. */
@ObjectType()
export class TermDecisionConnection {
  @Field(() => [TermDecisionEdge]) edges!: TermDecisionEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

/** Answer of decideTerm. */
export const DecideTermResult = answerUnion('DecideTermResult', TermDecision, [
  DecisionRefused,
  InvalidInput,
  NotFound,
  IdempotencyConflict,
]);
