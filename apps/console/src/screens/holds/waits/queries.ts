import { graphql, type ResultOf } from '../../../app/graph/graph';

/** Who waits. */
const waitOnScreen = graphql(`
  fragment WaitOnScreen on Waiting @_unmask {
    id
    serviceId
    state
    ahead
    joinedAt
    waitsUntil
    holdId
    caseReference
    version
  }
`);

/** Everybody who waits. */
export const openWaits = graphql(
  `
    query OpenWaits {
      waits {
        ...WaitOnScreen
      }
    }
  `,
  [waitOnScreen],
);

/** Puts a party on a list. */
export const joinWaitlist = graphql(
  `
    mutation JoinWaitlist($input: JoinWaitlistInput!, $locale: String!) {
      joinWaitlist(input: $input) {
        __typename
        ... on Waiting {
          ...WaitOnScreen
        }
        ... on NotAdmitted {
          reasons {
            code
            text(locale: $locale)
          }
        }
        ... on InvalidInput {
          fields {
            path
            message
          }
        }
      }
    }
  `,
  [waitOnScreen],
);

/** Takes a party off a list. */
export const leaveWaitlist = graphql(
  `
    mutation LeaveWaitlist($input: LeaveWaitlistInput!) {
      leaveWaitlist(input: $input) {
        __typename
        ... on Waiting {
          ...WaitOnScreen
        }
        ... on InvalidInput {
          fields {
            path
            message
          }
        }
      }
    }
  `,
  [waitOnScreen],
);

/** Shelters by name. */
export const findShelters = graphql(`
  query FindShelters($text: String!) {
    services(first: 8, filter: { text: $text, categories: [ACCOMMODATION] }) {
      edges {
        node {
          id
          name
          locations {
            city
            country
          }
        }
      }
    }
  }
`);

/** {@link waitOnScreen} */
export type ShownWait = ResultOf<typeof waitOnScreen>;
/** What can come of joining a list. */
export type JoinAnswer = ResultOf<typeof joinWaitlist>['joinWaitlist'];
/** What can come of leaving one. */
export type LeaveAnswer = ResultOf<typeof leaveWaitlist>['leaveWaitlist'];
