import { badUserInput } from '@haven/graphql';
import { Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { TermKind } from '../crosswalks/term-key.js';
import { unclearTerms } from '../decisions/unclear-terms.js';
import type { Registry, UnclearCursor } from '../ports.js';
import { REGISTRY } from '../tokens.js';
import { pageOf, pageSizeOf } from './page.js';
import { decodePair, encodePair } from './service-cursor.js';
import { UnclearTerm, UnclearTermConnection } from './unclear-types.js';

/** What the terms of directories leave open. */
@Resolver(() => UnclearTerm)
export class UnclearResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('unclearTerms')
  @Query(() => UnclearTermConnection, {
    description:
      'Terms that decided nothing. First come those whose decision would help most services that have no category or no rule about persons.',
  })
  async unclearTerms(
    @Args('source', { type: () => String, nullable: true }) source: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<UnclearTermConnection> {
    const { terms, ...page } = await unclearTerms(this.registry, source ?? null, cursorOf(after ?? null), pageSizeOf(first));
    const edges = terms.map((node) => ({ cursor: textOf(node), node: { ...node, examples: [...node.examples] } }));
    return pageOf(edges, page, after);
  }
}

const textOf = ({ lacking, services, source, kind, key }: UnclearCursor): string =>
  encodePair(`${lacking} ${services} ${kind} ${source}`, key);

function cursorOf(cursor: string | null): UnclearCursor | null {
  if (cursor === null) return null;
  const [order, key] = decodePair(cursor);
  const [, lacking, services, kind, source] = /^(\d{1,9}) (\d{1,9}) (\w+) ([^]*)$/.exec(order) ?? [];
  if (kind === undefined || !Object.hasOwn(TermKind, kind))
    throw badUserInput([{ path: 'after', message: 'Give the endCursor of a page, or leave it out.' }]);
  return { lacking: Number(lacking), services: Number(services), kind: kind as TermKind, source: source!, key };
}
