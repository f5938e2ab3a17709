import { inGraph } from '@haven/graphql';
import { type Caller, CurrentCaller, Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { decideTerm, type DecidedTerm } from '../../decisions/decide-term.js';
import { personsOf } from '../../decisions/meant-persons.js';
import { termDecisions } from '../../decisions/term-decisions.js';
import type { Registry, StoredDecision } from '../../ports.js';
import { REGISTRY } from '../../tokens.js';
import { DecideTermInput, DecideTermResult, DecisionRefused, TermDecision, TermDecisionConnection } from './decision-types.js';
import { pageOf, pageSizeOf } from '../page.js';
import { notOurs } from '../service-cursor.js';
import { PublishingAnew } from './publishing-anew.js';

@Resolver(() => TermDecision)
export class DecisionResolver {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    private readonly publishing: PublishingAnew,
  ) {}

  @Operation('termDecisions')
  @Query(() => TermDecisionConnection, { description: 'Decisions about terms, with who decided and when, the latest first.' })
  async termDecisions(
    @Args('source', { type: () => String, nullable: true }) source: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<TermDecisionConnection> {
    if (after && !/^\d{1,18}$/.test(after)) throw notOurs();
    const page = await termDecisions(this.registry, source ?? null, after ?? null, pageSizeOf(first));
    return pageOf(
      page.items.map((decision) => ({ cursor: decision.id, node: shown(decision) })),
      page,
      after,
    );
  }

  @Operation('decideTerm')
  @Mutation(() => DecideTermResult, {
    description:
      'Decides what a term means: in one source, in all sources, or for one service. The decision counts now and in each later import, before crosswalks and words.',
  })
  async decideTerm(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => DecideTermInput }) input: DecideTermInput,
  ): Promise<object> {
    const show = ({ decided }: DecidedTerm) => {
      if (decided.waiting > 0) this.publishing.start();
      return shown(decided);
    };
    return inGraph(await decideTerm(this.registry, caller, inputOf(input)), show, {
      DecisionRefused: (refused) => new DecisionRefused(refused),
    });
  }
}

function inputOf({ persons, ...input }: DecideTermInput) {
  const given = <T>(value: T | null | undefined): T | null => value ?? null;
  return {
    ...input,
    name: given(input.name),
    taxonomy: given(input.taxonomy),
    source: given(input.source),
    serviceId: given(input.serviceId),
    categories: given(input.categories),
    withdraw: input.withdraw ?? false,
    persons: persons
      ? {
          groups: persons.groups,
          minimumAge: given(persons.minimumAge),
          maximumAge: given(persons.maximumAge),
          agesAreLimit: persons.agesAreLimit ?? false,
        }
      : null,
  };
}

function shown({ categories, persons, isCurrent, withdrawn, ...decision }: StoredDecision): TermDecision {
  const meant = persons && personsOf(persons);
  return {
    ...decision,
    withdrawn,
    inForce: isCurrent && !withdrawn,
    categories: categories && [...categories],
    persons: meant && { ...meant, groups: [...meant.groups] },
  };
}
