import { graphql } from './graph';

/** Finds places for the person's location, by name. */
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
