import { ReasonKind, textOf, type Reason as ReasonValue, type ReasonCode, type ReasonData } from '@haven/kernel';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Args, Directive, Field, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';

registerEnumType(ReasonKind, {
  name: 'ReasonKind',
  description: 'FIT: for the match. CAUTION: against it. ASK: a question that the directory or the request leaves open.',
});

/** A code with data; the text is written when it is selected. */
@Directive('@shareable')
@ObjectType()
export class Reason implements ReasonValue {
  @Field(() => String) code!: ReasonCode;
  @Field(() => ReasonKind) kind!: ReasonKind;
  @Field(() => GraphQLJSONObject, {
    description:
      'The values in the text. persons: clauses of the rules, as in AdmissionRule. parts of ASK_FURTHER: codes without ASK_, the most important first.',
  })
  data!: ReasonData;
}

/** Writes the texts of reasons: a provider of every module that returns them. */
@Resolver(() => Reason)
export class ReasonResolver {
  @ResolveField(() => String, {
    description:
      'In the language of the locale (BCP 47), else in English. Languages: Arabic (ar), Bengali (bn), Burmese (my), English (en), Filipino (fil or tl), French (fr), Indonesian (id), Khmer (km), Malay (ms), Persian (fa), Thai (th), Urdu (ur) and Vietnamese (vi); regions and scripts make no difference. In texts from right to left, marks (U+2068, U+2069) keep inserted values apart.',
  })
  text(@Parent() reason: Reason, @Args('locale', { type: () => String, nullable: true }) locale: string | null): string {
    return textOf(reason, locale);
  }
}
