/** Example queries for developers who connect a system. */
export const examples: readonly { readonly query: string }[] = [
  {
    query: `# A safe place near Medan for a mother with a child
query Match {
  match(
    input: {
      origin: { point: { latitude: 3.59, longitude: 98.67 } }
      needs: [{ category: ACCOMMODATION }, { category: LEGAL }, { category: MEDICAL }]
      person: { gender: WOMAN, age: 24, languages: ["km"] }
      companions: [{ gender: UNDISCLOSED, age: 3, languages: ["km"] }]
      first: 5
    }
  ) {
    needs {
      category
      considered
      matches {
        score
        service { name organization { name } phones { number } }
        location { name city precision }
        distance { meters precision }
        availability { free freshness }
        reasons { kind code text }
      }
      nearMisses { service { name } remedy member failed { code text } }
    }
    plan { stops travelMeters items { category match { service { name } } } }
  }
}
`,
  },
  {
    query: `# Legal help in Thailand
query Services {
  services(filter: { categories: [LEGAL], country: "TH" }, first: 10) {
    totalCount
    edges { node { id name languages organization { name } locations { city country } } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    query: `# A town by name
query Places {
  places(query: "Cox's Bazar", first: 5) { id name region country latitude longitude }
}
`,
  },
];
