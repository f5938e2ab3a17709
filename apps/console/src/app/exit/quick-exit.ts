import { forgetEverything } from './forget-everything';

const exitPath = '/exit';
/** Whoever leaves in a hurry does not wait longer for a network that may be away. */
const patienceMilliseconds = 1_500;

/**
 * Leaves at once and leaves nothing: the screen is empty before anything else happens. With network the server's answer empties the
 * browser, and its page goes on; without, this page does what it can and ends on an empty one.
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
