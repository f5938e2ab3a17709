import { inTurns } from '@haven/kernel';
import { judge } from '../judging/judge.js';
import { rank, type Ranked } from '../ranking/rank.js';
import type { MatchRequest } from '../request/request.js';
import { chooseSplits, type PossiblePart, type SplitOption } from './choose-splits.js';
import { askedForPart, kindsOf, membersOf, partsOf, type Kinds, type Part } from './parts.js';
import type { MatchView } from '../ports.js';
import { readOnce } from '../walk/read-once.js';
import { Walk, type NeedSearch } from '../walk/walk.js';

/** Parts are placed among so many of the nearest services, and in the best of these. */
const splitsAmong = { services: 100, options: 10 } as const;

/** One part of a party, and the places where it could go. */
export interface FoundPart {
  /** Indexes in the party, in the order of the request. */
  readonly members: readonly number[];
  /** The request for this part. */
  readonly request: MatchRequest;
  readonly ranked: Ranked;
}

/** A way to place a party in parts. */
export interface FoundSplit {
  readonly parts: readonly FoundPart[];
  readonly apartMeters: number;
}

type Option = SplitOption & { readonly ranked: Ranked };

/** The cheapest ways to place a party in parts if no service takes it whole. */
export async function findSplits(view: MatchView, search: NeedSearch): Promise<FoundSplit[]> {
  const { request, need } = search;
  const kinds = need.beds === null ? null : kindsOf(request.party);
  if (!kinds) return [];
  const shared = readOnce(view);
  const possible: PossiblePart<Option>[] = [];
  for (const part of partsOf(kinds)) {
    const options = await optionsFor(shared, search, { kinds, part });
    if (options.length > 0) possible.push({ part, options });
  }
  const splits = await inTurns(
    chooseSplits(
      kinds.map(({ length }) => length),
      possible,
    ),
  );
  return splits.map(({ parts, apartMeters }) => {
    const members = membersOf(
      kinds,
      parts.map(({ part }) => part),
    );
    const found = parts.map(({ option: { ranked } }, i) => ({
      members: members[i]!,
      request: askedForPart(request, need, members[i]!).request,
      ranked,
    }));
    return { parts: found.sort((a, b) => Math.min(...a.members) - Math.min(...b.members)), apartMeters };
  });
}

/** Members who are alike can replace each other, so a part needs to be tried only once. */
async function optionsFor(
  view: MatchView,
  { request, need, weigh, tie }: NeedSearch,
  { kinds, part }: { readonly kinds: Kinds; readonly part: Part },
): Promise<Option[]> {
  const [members] = membersOf(kinds, [part]);
  const asked = askedForPart(request, need, members!);
  const walk = new Walk(view, { ...asked, judgeAt: judge(asked.request, asked.need), weigh, talks: null }, true);
  await walk.until('OPEN', () => walk.distanceOf(splitsAmong.services));
  const near = walk.nearest(splitsAmong.services);
  // The distance between the parts decides, so a place with an unknown position is left out.
  const judged = walk.judged.filter(({ site }) => near.has(site.serviceId) && site.position !== null);
  return rank(judged, weigh, tie)
    .slice(0, splitsAmong.options)
    .map((ranked) => {
      const { serviceId, position } = ranked.judged.site;
      return { serviceId, position: position!, meters: ranked.burden.meters, ranked };
    });
}
