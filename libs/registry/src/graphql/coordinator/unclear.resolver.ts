import { badUserInput } from '@haven/graphql';
import { Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { TermKind } from '../../crosswalks/term-key.js';
import { unclearTerms } from '../../decisions/unclear-terms.js';
import type { Registry, UnclearCursor } from '../../ports.js';
import { REGISTRY } from '../../tokens.js';
import { pageSizeOf } from '../page.js';
import { decodePair, encodePair } from '../service-cursor.js';
import { UnclearTerm } from './unclear-types.js';

@Resolver(() => UnclearTerm)
export class UnclearResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('unclearTerms')
  @Query(() => [UnclearTerm], {
    description:
      'Terms that decided nothing. First come those whose decision would help most services that have no category or no rule about persons. Default 20, at most 100; give the id of the last one as after for more.',
  })
  async unclearTerms(
    @Args('source', { type: () => String, nullable: true }) source: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<UnclearTerm[]> {
    const { items } = await unclearTerms(this.registry, source ?? null, cursorOf(after ?? null), pageSizeOf(first));
    return items.map((term) => ({ ...term, id: idOf(term), examples: [...term.examples] }));
  }
}

const idOf = ({ lacking, services, source, kind, key }: UnclearCursor): string =>
  encodePair(`${lacking} ${services} ${kind} ${source}`, key);

function cursorOf(cursor: string | null): UnclearCursor | null {
  if (cursor === null) return null;
  const [order, key] = decodePair(cursor);
  const [, lacking, services, kind, source] = /^(\d{1,9}) (\d{1,9}) (\w+) ([^]*)$/.exec(order) ?? [];
  if (kind === undefined || !Object.hasOwn(TermKind, kind))
    throw badUserInput([{ path: 'after', message: 'Give the id of the last term that you have, or leave it out.' }]);
  return { lacking: Number(lacking), services: Number(services), kind: kind as TermKind, source: source!, key };
}
