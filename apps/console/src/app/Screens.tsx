import { Suspense, useEffect, useMemo, useRef } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useMessages } from '../i18n/messages';
import { Loading } from '../ui/Loading';
import { ProblemNote } from '../ui/ProblemNote';
import { useAnswer } from './graph/use-answer';
import { knownIdentity, type Identity } from './identity/known-identity';
import { whoAmI } from './identity/who-am-i';
import { ErrorBoundary } from './ErrorBoundary';
import { lazyScreen, screensOf, type Screen } from './screens';

/** The screens of the signed-in user. */
export function Screens() {
  const answer = useAnswer(whoAmI, {});
  // Keeps the last known identity: if the query fails later, the screen must stay, or the user would lose what they entered.
  const latest = useRef<Identity | null>(null);
  if (answer.kind === 'ready') latest.current = answer.data.me;
  const identity = latest.current;
  useEffect(() => {
    if (identity) knownIdentity.set(identity);
  }, [identity]);
  useEffect(() => () => knownIdentity.set(null), []);
  // The same ones each time: others would have to load, and the screen would be out of sight meanwhile.
  const role = identity?.role;
  const screens = useMemo(() => role && screensOf(role), [role]);
  if (screens) return <Routes screens={screens} />;
  return answer.kind === 'problem' ? <ProblemNote problem={answer.problem} again={answer.again} /> : <Loading />;
}

/** Picks a screen by the address; the first screen for any unknown address. */
export function Routes({ screens }: { readonly screens: readonly Screen[] }) {
  const messages = useMessages();
  const routes = useMemo(
    () => screens.map((screen) => ({ path: screen.path, component: lazyScreen(screen, messages) })),
    [screens, messages],
  );
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading />}>
        <Switch>
          {routes.map(({ path, component }) => (
            <Route key={path} path={path} component={component} />
          ))}
          {screens[0] ? <Redirect to={screens[0].path} replace /> : null}
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
