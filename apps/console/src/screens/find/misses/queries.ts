import { graphql } from '../../../app/graph/graph';

/** Puts the party on the waiting list of a full shelter. */
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
