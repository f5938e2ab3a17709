import { serverClock } from './server-clock';

/** The server's clock, by which holds end. */
export const clock = serverClock(() => Date.now());

/** Servers date an answer to the second. */
const dateDoubtMilliseconds = 500;

/** Fetches, and reads the server's clock from the date of the answer. */
export const datedFetch: typeof fetch = async (...request) => {
  const asked = Date.now();
  const response = await fetch(...request);
  const dated = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(dated)) clock.heard(dated + dateDoubtMilliseconds, asked - dateDoubtMilliseconds, Date.now() + dateDoubtMilliseconds);
  return response;
};
