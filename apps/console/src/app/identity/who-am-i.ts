import { graphql } from '../graph/graph';

/** Who the server takes the person for. */
export const whoAmI = graphql(`
  query WhoAmI {
    me {
      role
      subject
      organizationId
    }
  }
`);
