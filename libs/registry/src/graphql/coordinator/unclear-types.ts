import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TermKind } from '../../crosswalks/term-key.js';

registerEnumType(TermKind, {
  name: 'TermKind',
  description:
    'TERM: of a taxonomy. ELIGIBILITY: a text that says whom a service is for. SERVICE: a service as a whole, with all that it says.',
});

/** A service that has an unclear term. */
@ObjectType()
export class TermExample {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

/** An unclear term. */
@ObjectType({ description: 'A term of a source that decided nothing. The counts are those of published entries.' })
export class UnclearTerm {
  @Field(() => ID, { description: 'To go on from, as after.' }) id!: string;
  @Field(() => TermKind) kind!: TermKind;
  @Field(() => String, { description: 'The directory that has it.' }) source!: string;
  @Field(() => String, { nullable: true }) taxonomy!: string | null;
  @Field(() => String, { nullable: true }) code!: string | null;
  @Field(() => String, { description: 'The term, the eligibility text, or the name of the service.' }) name!: string;
  @Field(() => Int, { description: 'How many services of the source carry the term, and it decided nothing.' }) services!: number;
  @Field(() => Int, {
    description:
      'How many of these services have no category because the term decided nothing. For a term about persons: no rule about persons.',
  })
  lacking!: number;
  @Field(() => [TermExample], { description: 'Up to five of these services.' }) examples!: TermExample[];
}
