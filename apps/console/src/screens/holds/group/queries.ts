import { graphql, type ResultOf } from '../../../app/graph/graph';
import { holdOnScreen } from '../queries';

/** Finds shelters that would take one of the parties. */
export const sheltersFor = graphql(`
  query SheltersFor($input: MatchInput!) {
    match(input: $input) {
      needs {
        matches {
          service {
            id
            name
            confidential
            phones {
              number
              extension
              dial
            }
          }
          distance {
            meters
            precision
          }
          availability {
            free
          }
        }
      }
    }
  }
`);

/** Plans a shelter for each party. */
export const proposeGroup = graphql(`
  query ProposeGroup($input: PlanGroupInput!, $locale: String!) {
    planGroup(input: $input) {
      party
      serviceId
      asks {
        code
        text(locale: $locale)
      }
    }
  }
`);

/** Holds all parties or none. */
export const holdGroup = graphql(
  `
    mutation HoldGroup($input: HoldGroupInput!, $locale: String!) {
      holdGroup(input: $input) {
        __typename
        ... on GroupHeld {
          holds {
            ...HoldOnScreen
          }
        }
        ... on GroupChanged {
          changes {
            party
            serviceId
            code
            reasons {
              code
              text(locale: $locale)
            }
          }
        }
        ... on InvalidInput {
          fields {
            path
            message
          }
        }
        ... on IdempotencyConflict {
          code
        }
      }
    }
  `,
  [holdOnScreen],
);

/** The possible results of holding a group. */
export type GroupAnswer = ResultOf<typeof holdGroup>['holdGroup'];
/** A shelter that would take one of the parties. */
export type FoundShelter = ResultOf<typeof sheltersFor>['match']['needs'][number]['matches'][number];
