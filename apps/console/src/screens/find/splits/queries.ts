import { graphql, type ResultOf } from '../../../app/graph/graph';
import { matchOnScreen } from '../queries';

/** Finds ways to split a party. */
export const findSplits = graphql(
  `
    query FindSplits($input: MatchInput!, $locale: String!) {
      match(input: $input) {
        needs {
          splits {
            apartMeters
            parts {
              members
              match {
                ...MatchOnScreen
              }
            }
          }
        }
      }
    }
  `,
  [matchOnScreen],
);

/** A way to split a party. */
export type Split = ResultOf<typeof findSplits>['match']['needs'][number]['splits'][number];
/** One part of the party, and the services for it. */
export type SplitPart = Split['parts'][number];
