import { graphql, type ResultOf } from '../../../app/graph/graph';

/** A waitlist entry as this screen shows it. */
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

/** Fetches all waitlist entries. */
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

/** Puts a party on a waiting list. */
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

/** Takes a party off a waiting list. */
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

/** Finds shelters by name. */
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
/** The possible results of joining a waiting list. */
export type JoinAnswer = ResultOf<typeof joinWaitlist>['joinWaitlist'];
/** The possible results of leaving one. */
export type LeaveAnswer = ResultOf<typeof leaveWaitlist>['leaveWaitlist'];
