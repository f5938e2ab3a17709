import { forgetEverything } from './forget-everything';

const exitPath = '/exit';
/** Somebody who leaves in a hurry does not wait longer for a network that may be down. */
const patienceMilliseconds = 1_500;

/**
 * Leaves at once and leaves no trace: the screen is cleared before anything else happens. With network, the server's answer clears the
 * browser and redirects; without, this page deletes what it can and ends on an empty page.
 */
export async function quickExit(): Promise<void> {
  document.title = '';
  document.documentElement.replaceChildren();
  const [reached] = await Promise.all([reachExit(), forgetEverything(patienceMilliseconds)]);
  location.replace(reached ? exitPath : 'about:blank');
}

const reachExit = (): Promise<boolean> =>
  fetch(exitPath, { cache: 'no-store', signal: AbortSignal.timeout(patienceMilliseconds) }).then(
    ({ ok }) => ok,
    () => false,
  );
