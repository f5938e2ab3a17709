// Callers over HTTP with persistent connections; in their own process.
import { randomOf } from '@haven/test/reference/requests/random';
import { askInALoop } from './loop.mjs';
import { poster } from './post.mjs';
import { document, scenarios } from './scenarios.mjs';

/** `bodies`: the questions in turn; missing: new questions of a scenario all the time. */
process.on('message', async ({ url, token, scenario, bodies, how }) => {
  const post = poster(url, token, how.clients);
  const { next: random } = randomOf(7);
  const found = { questions: 0, matches: 0 };
  const bodyOf = () =>
    bodies
      ? bodies[found.questions % bodies.length]
      : JSON.stringify({ query: document, variables: { input: scenarios[scenario](random) } });
  const asked = await askInALoop(how, async () => {
    const { data, errors } = JSON.parse(await post(bodyOf()));
    if (errors) throw new Error(JSON.stringify(errors).slice(0, 500));
    found.questions += 1;
    found.matches += (data.match?.needs[0].matches ?? data.nearest.nodes).length;
  });
  process.send({ ...asked, matches: found.matches / found.questions });
});
