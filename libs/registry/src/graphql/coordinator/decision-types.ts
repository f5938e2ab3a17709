import {
  answerUnion,
  type Connection,
  connectionOf,
  IdempotencyConflict,
  IdempotencyKey,
  InvalidInput,
  NotFound,
  UserError,
} from '@haven/graphql';
import { NeedCategory } from '@haven/kernel';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TermKind } from '../../crosswalks/term-key.js';
import { DecisionRefusal, type DecisionRefused as Refused } from '../../decisions/decision-refused.js';
import { PersonGroup } from '../../decisions/meant-persons.js';

registerEnumType(PersonGroup, {
  name: 'PersonGroup',
  description: 'CONDITION: something that Haven knows about nobody (veteran, illness, income). FAMILIES: with anybody.',
});
registerEnumType(DecisionRefusal, { name: 'DecisionRefusal' });

@InputType({ description: 'Whom a term means. Without groups and ages, the term says nothing about persons.' })
export class TermPersonsInput {
  @Field(() => [PersonGroup]) groups!: PersonGroup[];
  @Field(() => Int, { nullable: true }) minimumAge?: number | null;
  @Field(() => Int, { nullable: true }) maximumAge?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: other ages are refused. Default: the ages only say whom the service is meant for.',
  })
  agesAreLimit?: boolean | null;
}

@InputType()
export class DecideTermInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => TermKind) kind!: TermKind;
  @Field(() => String, { nullable: true, description: 'The term or the text, as unclearTerms shows it; none for a service as a whole.' })
  name?: string | null;
  @Field(() => String, { nullable: true }) taxonomy?: string | null;
  @Field(() => String, { nullable: true, description: 'Default: all sources.' }) source?: string | null;
  @Field(() => ID, { nullable: true, description: 'Decides for this service only.' }) serviceId?: string | null;
  @Field(() => [NeedCategory], { nullable: true, description: 'Empty: the term is no need. Default: no decision about needs.' })
  categories?: NeedCategory[] | null;
  @Field(() => TermPersonsInput, { nullable: true, description: 'Default: no decision about persons.' })
  persons?: TermPersonsInput | null;
  @Field(() => Boolean, { nullable: true, description: 'Takes the decision back.' }) withdraw?: boolean | null;
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
@ObjectType({ implements: () => UserError })
export class DecisionRefused implements UserError {
  code = 'DECISION_REFUSED';
  message: string;
  @Field(() => DecisionRefusal, { description: 'Why nothing was decided.' }) refusal: DecisionRefusal;
  constructor({ code, message }: Refused) {
    this.refusal = code;
    this.message = message;
  }
}

/** A page of the record. */
export const TermDecisionConnection = connectionOf(TermDecision);
/** {@link TermDecisionConnection} */
export type TermDecisionConnection = Connection<TermDecision>;

/** Answer of decideTerm. */
export const DecideTermResult = answerUnion('DecideTermResult', TermDecision, [
  DecisionRefused,
  InvalidInput,
  NotFound,
  IdempotencyConflict,
]);
