import { graphql } from './graph';

/** Where a person could be, by name. */
export const findPlaces = graphql(`
  query FindPlaces($query: String!) {
    places(query: $query, first: 8) {
      id
      name
      region
      country
      latitude
      longitude
    }
  }
`);
