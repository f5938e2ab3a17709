import { graphql } from '../graph/graph';

/** Fetches the signed-in user. */
export const whoAmI = graphql(`
  query WhoAmI {
    me {
      role
      subject
      organizationId
    }
  }
`);
