import { graphql, type ResultOf } from '../../../app/graph/graph';
import { matchOnScreen } from '../queries';

/** Ways to place a party in parts. */
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

/** A way to place a party in parts. */
export type Split = ResultOf<typeof findSplits>['match']['needs'][number]['splits'][number];
/** Some of the party, and where they could go. */
export type SplitPart = Split['parts'][number];
