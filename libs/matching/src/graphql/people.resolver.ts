import { textOf } from '@haven/kernel';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { eligibilityOf } from '../judging/eligibility.js';
import { interpretationOf } from '../judging/talk/interpretation-of.js';
import { Match } from './results.js';

const language = 'In the language of the locale, as Reason.text.';
const eligibility = `Whom the service takes by its own rule and by the rules of its rooms. It is the same for every question. ${language} Null: the directory does not say.`;
const interpretation = `Who interprets, or that an interpreter is needed. ${language} Null: the service speaks a language that the person speaks or understands.`;
const locale = { type: () => String, nullable: true } as const;

/** Writes the texts about admission and interpretation, if the query selects them. */
@Resolver(() => Match)
export class MatchPeopleResolver {
  @ResolveField(() => String, { nullable: true, description: eligibility })
  eligibility(@Parent() { provider, stays }: Match, @Args('locale', locale) language: string | null): string | null {
    return (
      eligibilityOf(provider, stays)
        .map((said) => textOf(said, language))
        .join(' ') || null
    );
  }

  @ResolveField(() => String, { nullable: true, description: interpretation })
  interpretation(@Parent() { talk }: Match, @Args('locale', locale) language: string | null): string | null {
    const told = interpretationOf(talk);
    return told && textOf(told, language);
  }
}
