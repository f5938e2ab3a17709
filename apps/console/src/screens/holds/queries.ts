import { graphql, type ResultOf } from '../../app/graph/graph';

/** A hold as this screen shows it. */
export const holdOnScreen = graphql(`
  fragment HoldOnScreen on Hold @_unmask {
    id
    serviceId
    state
    version
    createdAt
    expiresAt
    acceptBy
    isOffer
    expectedEnd
    caseReference
    beds {
      beds
    }
    party {
      gender
      ageBand
    }
    asks {
      code
      text(locale: $locale)
    }
  }
`);

/** Every hold that has not ended. */
export const openHolds = graphql(
  `
    query OpenHolds($locale: String!) {
      holds {
        ...HoldOnScreen
      }
    }
  `,
  [holdOnScreen],
);

/** The current state of one hold. */
export const oneHold = graphql(
  `
    query OneHold($id: ID!, $locale: String!) {
      hold(id: $id) {
        ...HoldOnScreen
      }
    }
  `,
  [holdOnScreen],
);

/** Follows changes of holds. */
export const changedHolds = graphql(
  `
    subscription ChangedHolds($locale: String!) {
      holdChanged {
        ...HoldOnScreen
      }
    }
  `,
  [holdOnScreen],
);

/** The possible results of a step. */
const stepAnswer = graphql(
  `
    fragment StepAnswer on HoldTransitionResult @_unmask {
      __typename
      ... on Hold {
        ...HoldOnScreen
      }
      ... on HoldNotActive {
        code
        hold {
          ...HoldOnScreen
        }
      }
      ... on VersionConflict {
        code
        currentVersion
      }
      ... on InvalidInput {
        code
        fields {
          path
          message
        }
      }
      ... on NotFound {
        code
      }
      ... on IdempotencyConflict {
        code
      }
    }
  `,
  [holdOnScreen],
);

/** Records that the person arrived. */
export const confirmHold = graphql(
  `
    mutation ConfirmHold($input: HoldTransitionInput!, $locale: String!) {
      answer: confirmHold(input: $input) {
        ...StepAnswer
      }
    }
  `,
  [stepAnswer],
);

/** Releases beds that are not needed any more. */
export const releaseHold = graphql(
  `
    mutation ReleaseHold($input: HoldTransitionInput!, $locale: String!) {
      answer: releaseHold(input: $input) {
        ...StepAnswer
      }
    }
  `,
  [stepAnswer],
);

/** Accepts the offered beds. */
export const takeOffer = graphql(
  `
    mutation TakeOffer($input: HoldTransitionInput!, $locale: String!) {
      answer: takeOffer(input: $input) {
        ...StepAnswer
      }
    }
  `,
  [stepAnswer],
);

/** Records that the person left. */
export const checkOut = graphql(
  `
    mutation CheckOut($input: HoldTransitionInput!, $locale: String!) {
      answer: checkOut(input: $input) {
        ...StepAnswer
      }
    }
  `,
  [stepAnswer],
);

/** Extends a hold for somebody who is late. */
export const extendHold = graphql(
  `
    mutation ExtendHold($input: ExtendHoldInput!, $locale: String!) {
      answer: extendHold(input: $input) {
        ...StepAnswer
      }
    }
  `,
  [stepAnswer],
);

/** Sets when a stay should end. */
export const extendPlacement = graphql(
  `
    mutation ExtendPlacement($input: ExtendPlacementInput!, $locale: String!) {
      answer: extendPlacement(input: $input) {
        ...StepAnswer
      }
    }
  `,
  [stepAnswer],
);

/** The shelter of a hold or a waitlist entry: its phones, and the public part of its address. */
export const shelterOf = graphql(`
  query ShelterOf($id: ID!) {
    service(id: $id) {
      id
      name
      confidential
      phones {
        number
        extension
        dial
      }
      locations {
        precision
        address
        city
        country
      }
    }
  }
`);

/** {@link holdOnScreen} */
export type ShownHold = ResultOf<typeof holdOnScreen>;
/** {@link stepAnswer} */
export type StepAnswer = ResultOf<typeof stepAnswer>;
/** {@link shelterOf} */
export type Shelter = NonNullable<ResultOf<typeof shelterOf>['service']>;
