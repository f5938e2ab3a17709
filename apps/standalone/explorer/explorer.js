const examples = {
  match: {
    query: `query Match($input: MatchInput!) {
  match(input: $input) {
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
      nearMisses { service { name } failed { code text } }
    }
    plan { stops travelMeters items { category match { service { name } } } }
  }
}`,
    variables: {
      input: {
        origin: { point: { latitude: 3.59, longitude: 98.67 } },
        needs: [{ category: 'ACCOMMODATION' }, { category: 'LEGAL' }, { category: 'MEDICAL' }],
        person: { gender: 'WOMAN', age: 24, languages: ['km'] },
        companions: [{ gender: 'UNDISCLOSED', age: 3, languages: ['km'] }],
        first: 5,
      },
    },
  },
  services: {
    query: `query Services($filter: ServiceFilter) {
  services(filter: $filter, first: 10) {
    totalCount
    edges { node { id name languages organization { name } locations { city country } } }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { filter: { categories: ['LEGAL'], country: 'TH' } },
  },
  places: {
    query: `query Places($query: String!) {
  places(query: $query, first: 5) { id name region country latitude longitude }
}`,
    variables: { query: "Cox's Bazar" },
  },
};

const field = (id) => document.getElementById(id);

function show(example) {
  field('query').value = example.query;
  field('variables').value = JSON.stringify(example.variables, null, 2);
}

async function run() {
  field('status').textContent = 'Asking …';
  try {
    const started = performance.now();
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${field('token').value.trim()}` },
      body: JSON.stringify({ query: field('query').value, variables: JSON.parse(field('variables').value || '{}') }),
    });
    field('answer').textContent = JSON.stringify(await response.json(), null, 2);
    field('status').textContent = `Answered in ${Math.round(performance.now() - started)} ms.`;
  } catch (error) {
    field('status').textContent =
      error instanceof SyntaxError ? 'The variables are not JSON: correct them and run again.' : 'No answer: is Haven running?';
  }
}

for (const button of document.querySelectorAll('[data-example]')) {
  button.addEventListener('click', () => show(examples[button.dataset.example]));
}
field('run').addEventListener('click', run);
show(examples.match);
