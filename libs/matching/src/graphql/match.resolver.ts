import { orBadInput } from '@haven/graphql';
import { CurrentCaller, Operation, type Caller } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { matchPerson } from '../answer/match.js';
import type { MatchReport as Report } from '../answer/report.js';
import type { Matching } from '../ports.js';
import { MATCHING } from '../tokens.js';
import { fieldsUnder } from './asked-fields.js';
import { MatchInput } from './inputs.js';
import { MatchReport } from './results.js';

@Resolver()
export class MatchResolver {
  constructor(@Inject(MATCHING) private readonly matching: Matching) {}

  @Operation('match')
  @Query(() => MatchReport, {
    description: 'The services that fit a person and their companions, the best first, each with its reasons.',
  })
  async match(
    @Args('input', { type: () => MatchInput }) input: MatchInput,
    @CurrentCaller() caller: Caller,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Report> {
    const fields = fieldsUnder(info, 'needs');
    const has = (name: string): boolean => fields.has(name);
    const ofNeed = { considered: has('considered'), nearMisses: has('nearMisses'), funnel: has('funnel'), splits: has('splits') };
    const asked = { ...ofNeed, plan: fieldsUnder(info, 'plan').size > 0 };
    return orBadInput(await matchPerson(this.matching, caller, { question: input, asked }));
  }
}
