import { graphql, type ResultOf } from '../../app/graph/graph';

/** Shelters of an organization. */
export const sheltersOf = graphql(`
  query SheltersOf($organizationId: ID!) {
    services(filter: { organizationId: $organizationId, categories: [ACCOMMODATION] }, first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

/** Everything that the night shift of a shelter needs. */
export const shelterNow = graphql(`
  query ShelterNow($serviceId: ID!, $locale: String!) {
    bedPools(serviceId: $serviceId) {
      id
      name
      total
      occupied
      held
      outOfService
      version
      confirmedAt
      admits {
        persons {
          genders
        }
      }
    }
    bedReconciliation(serviceId: $serviceId) {
      poolId
      countedBy
    }
    intake(serviceId: $serviceId) {
      open
      closedBecause
      closedUntil
      version
    }
    surges(serviceId: $serviceId) {
      id
      poolId
      beds
      removed
      endsAt
    }
    activeHolds(serviceId: $serviceId) {
      id
      state
      version
      createdAt
      expiresAt
      acceptBy
      isOffer
      caseReference
      beds {
        poolId
        beds
      }
      party {
        gender
        ageBand
        poolId
      }
      asks {
        code
        text(locale: $locale)
      }
    }
  }
`);

/** Signals that bed counts have changed. */
export const bedsChanged = graphql(`
  subscription BedsChanged($serviceId: ID!) {
    availabilityChanged(filter: { serviceIds: [$serviceId] }) {
      serviceId
      sequence
    }
  }
`);

/** Signals that holds have changed. */
export const guestsChanged = graphql(`
  subscription GuestsChanged($serviceId: ID!) {
    holdChanged(serviceId: $serviceId) {
      id
      serviceId
      version
    }
  }
`);

/** Sends a count. */
export const tellCounts = graphql(`
  mutation TellCounts($input: SetBedCountsInput!) {
    setBedCounts(input: $input) {
      __typename
      ... on BedPool {
        id
        serviceId
        name
        total
        occupied
        held
        outOfService
        version
        confirmedAt
      }
      ... on VersionConflict {
        currentVersion
      }
      ... on UserError {
        code
      }
    }
  }
`);

/** Creates a room. */
export const defineRoom = graphql(`
  mutation DefineRoom($input: DefineBedPoolInput!) {
    defineBedPool(input: $input) {
      __typename
      ... on BedPool {
        id
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

/** Accepts a party. */
export const acceptGuests = graphql(`
  mutation AcceptGuests($input: HoldTransitionInput!) {
    acceptHold(input: $input) {
      __typename
      ... on UserError {
        code
      }
    }
  }
`);

/** Declines a party. */
export const declineGuests = graphql(`
  mutation DeclineGuests($input: HoldTransitionInput!) {
    declineHold(input: $input) {
      __typename
      ... on UserError {
        code
      }
    }
  }
`);

/** Records that the party has arrived. */
export const guestsArrived = graphql(`
  mutation GuestsArrived($input: HoldTransitionInput!) {
    confirmHold(input: $input) {
      __typename
      ... on UserError {
        code
      }
    }
  }
`);

/** Records that the party has left. */
export const guestsLeft = graphql(`
  mutation GuestsLeft($input: HoldTransitionInput!) {
    checkOut(input: $input) {
      __typename
      ... on UserError {
        code
      }
    }
  }
`);

/** Opens or closes the shelter to new guests. */
export const setDoor = graphql(`
  mutation SetDoor($input: SetIntakeInput!) {
    setIntake(input: $input) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

/** Adds beds for a limited time. */
export const addBeds = graphql(`
  mutation AddBeds($input: AddSurgeBedsInput!) {
    addSurgeBeds(input: $input) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

/** Ends the extra beds now. */
export const endBeds = graphql(`
  mutation EndBeds($id: ID!) {
    endSurge(id: $id) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

/** The result of `shelterNow`. */
export type ShelterNow = ResultOf<typeof shelterNow>;
/** A party that is expected, or is in the shelter. */
export type Stay = ShelterNow['activeHolds'][number];
/** A member of a party. */
export type Guest = NonNullable<Stay['party']>[number];
/** Whether the shelter takes new guests. */
export type Intake = ShelterNow['intake'];
/** Extra beds for a limited time. */
export type Surge = ShelterNow['surges'][number];
/** Why a shelter takes nobody new. */
export type ClosedBecause = NonNullable<Intake['closedBecause']>;
