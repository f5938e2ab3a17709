import { graphql } from '../../../app/graph/graph';

/** Puts the party on the list of a shelter that is full. */
export const waitForBed = graphql(`
  mutation WaitForBed($input: JoinWaitlistInput!, $locale: String!) {
    joinWaitlist(input: $input) {
      __typename
      ... on Waiting {
        ahead
        caseReference
      }
      ... on NotAdmitted {
        reasons {
          text(locale: $locale)
        }
      }
    }
  }
`);
