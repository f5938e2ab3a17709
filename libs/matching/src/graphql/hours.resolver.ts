import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { hoursText } from '../hours/hours-text.js';
import { IntakeHours, Match, MatchPhone } from './results.js';

const description =
  'The hours of seven days from the time of the question, by the clock of the place, with days in the language of the locale (BCP 47): "Mon–Fri 09:00–17:00; Sat 09:00–12:00". In texts from right to left, marks (U+2066, U+2069) keep times apart. Null: not known, or closed on all seven days.';
const locale = { type: () => String, nullable: true } as const;

/** Writes the texts about hours, if the query selects them. */
@Resolver(() => Match)
export class MatchHoursResolver {
  @ResolveField(() => String, { nullable: true, description })
  hoursText(@Parent() { hours, at }: Match, @Args('locale', locale) language: string | null): string | null {
    return hours && hoursText(hours, at, language);
  }
}

/** The same for intake. */
@Resolver(() => IntakeHours)
export class IntakeHoursResolver {
  @ResolveField(() => String, { nullable: true, description })
  hoursText(@Parent() { hours, at }: IntakeHours, @Args('locale', locale) language: string | null): string | null {
    return hours && hoursText(hours, at, language);
  }
}

/** The same for phones. */
@Resolver(() => MatchPhone)
export class PhoneHoursResolver {
  @ResolveField(() => String, { nullable: true, description })
  hoursText(@Parent() { hours, at }: MatchPhone, @Args('locale', locale) language: string | null): string | null {
    return hours && hoursText(hours, at, language);
  }
}
