import { graphql, type ResultOf } from '../../app/graph/graph';

/** A number to call. */
const phoneOnScreen = graphql(`
  fragment PhoneOnScreen on MatchPhone @_unmask {
    number
    extension
    dial
    openNow
    opensAt
    closesAt
  }
`);

/** The fields of a match that an entry shows. */
export const matchOnScreen = graphql(
  `
    fragment MatchOnScreen on Match @_unmask {
      openNow
      opensAt
      closesAt
      eligibility(locale: $locale)
      interpretation(locale: $locale)
      distance {
        meters
        precision
      }
      location {
        id
        latitude
        longitude
        precision
        city
        country
      }
      phones {
        ...PhoneOnScreen
      }
      service {
        id
        name
        languages
        confidential
        organization {
          name
        }
      }
      reasons {
        code
        kind
        text(locale: $locale)
      }
      availability {
        free
        status
        freshness
        confirmedAt
      }
    }
  `,
  [phoneOnScreen],
);

/** Finds services for the party. */
export const findMatches = graphql(
  `
    query FindMatches($input: MatchInput!, $locale: String!) {
      match(input: $input) {
        asOf
        needs {
          category
          for
          considered
          matches {
            ...MatchOnScreen
          }
          nearMisses {
            remedy
            member
            distance {
              meters
              precision
            }
            location {
              country
            }
            phones {
              ...PhoneOnScreen
            }
            service {
              id
              name
            }
            failed {
              code
              text(locale: $locale)
            }
          }
        }
        plan {
          stops
          travelMeters
          items {
            category
            for
            match {
              service {
                id
                name
              }
            }
          }
        }
      }
    }
  `,
  [matchOnScreen, phoneOnScreen],
);

/** Counts a settled query as demand. */
export const recordDemand = graphql(`
  query RecordDemand($input: MatchInput!) {
    match(input: $input) {
      asOf
    }
  }
`);

/** Holds beds for the whole party. */
export const holdForParty = graphql(`
  mutation HoldForParty($input: HoldBedsInput!, $locale: String!) {
    holdBeds(input: $input) {
      __typename
      ... on Hold {
        id
        version
        state
        createdAt
        expiresAt
        acceptBy
        caseReference
        asks {
          code
          kind
          text(locale: $locale)
        }
      }
      ... on NoBedsLeft {
        availability {
          free
        }
      }
      ... on NotAdmitted {
        reasons {
          code
          text(locale: $locale)
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

/** Releases held beds. */
export const releaseHeld = graphql(`
  mutation ReleaseHeld($input: HoldTransitionInput!) {
    releaseHold(input: $input) {
      __typename
      ... on Hold {
        id
        state
      }
      ... on HoldNotActive {
        hold {
          id
          state
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

/** Follows the holds of a service, including those of this caller. */
export const followHold = graphql(`
  subscription FollowHold($serviceId: ID!) {
    holdChanged(serviceId: $serviceId) {
      id
      version
      state
      expiresAt
      acceptBy
    }
  }
`);

/** Fetches the current state of a hold. */
export const lookAtHold = graphql(`
  query LookAtHold($id: ID!) {
    hold(id: $id) {
      id
      version
      state
      expiresAt
      acceptBy
    }
  }
`);

/** The result of `match`. */
export type Report = ResultOf<typeof findMatches>['match'];
/** The result for one need. */
export type NeedReport = Report['needs'][number];
/** A matching service. */
export type Match = NeedReport['matches'][number];
/** A service that fails one requirement only. */
export type NearMiss = NeedReport['nearMisses'][number];
/** Held beds. */
export type Held = Extract<ResultOf<typeof holdForParty>['holdBeds'], { __typename: 'Hold' }>;
/** Why nothing is held. */
export type NotHeld = Exclude<ResultOf<typeof holdForParty>['holdBeds'], { __typename: 'Hold' }>;
/** A hold as the subscription returns it. */
export type FollowedHold = ResultOf<typeof followHold>['holdChanged'];
