import { describe, expect, it } from '@jest/globals';
import { createSession, SignInFailed, type Grant, type Provider, type SessionState } from './session';

const amina: Grant = { accessToken: 'token-1', subject: 'amina' };
const later: Grant = { accessToken: 'token-2', subject: 'amina' };
const binh: Grant = { accessToken: 'token-3', subject: 'binh' };

/** A provider whose answers the test sets. */
function scripted(answers: Partial<Record<'return' | 'inWindow' | 'renew', Grant | SignInFailed>>) {
  let listener: Parameters<Provider['follow']>[0] | undefined;
  const answer = (name: keyof typeof answers) => () => {
    const given = answers[name] ?? new SignInFailed('refused');
    return given instanceof SignInFailed ? Promise.reject(given) : Promise.resolve(given);
  };
  const told = { forgotten: 0, renewals: 0 };
  const provider: Provider = {
    leave: () => Promise.resolve(),
    return: answer('return'),
    inWindow: answer('inWindow'),
    renew: () => (told.renewals++, answer('renew')()),
    forget: () => void told.forgotten++,
    follow: (given) => void (listener = given),
  };
  return { provider, told, says: () => listener! };
}

const signedIn = async (answers: Parameters<typeof scripted>[0] = {}) => {
  const script = scripted({ return: amina, ...answers });
  const session = createSession(script.provider);
  await session.finishSignIn();
  return { session, ...script };
};

describe('a session', () => {
  it('has the token once the provider has identified the user', async () => {
    const { session } = await signedIn();
    expect([session.state.get(), session.token()]).toEqual([{ kind: 'signed-in', subject: 'amina' }, 'token-1']);
  });

  it('says why signing in failed', async () => {
    const session = createSession(scripted({ return: new SignInFailed('offline') }).provider);
    await session.finishSignIn();
    expect(session.state.get()).toEqual({ kind: 'signed-out', problem: 'offline' });
  });

  it('takes a renewed token without a change that screens would notice', async () => {
    const { session, says } = await signedIn();
    let changes = 0;
    session.state.follow(() => changes++);
    says().renewed(later);
    expect([session.token(), changes]).toEqual(['token-2', 0]);
  });

  it('renews once for all requests that were refused at the same time', async () => {
    const { session, told } = await signedIn({ renew: later });
    await Promise.all([session.refused(), session.refused()]);
    expect([session.token(), told.renewals]).toEqual(['token-2', 1]);
  });

  it('is expired, without a token, if the provider requires the user', async () => {
    const { session } = await signedIn({ renew: new SignInFailed('refused') });
    await session.refused();
    expect([session.state.get(), session.token()]).toEqual([{ kind: 'expired', subject: 'amina', problem: null }, null]);
  });

  it('continues without network: nothing says that it has ended', async () => {
    const { session } = await signedIn({ renew: new SignInFailed('offline') });
    await session.refused();
    expect(session.state.get().kind).toBe('signed-in');
  });

  it('continues in place if the same user signs in again', async () => {
    const { session, says } = await signedIn({ inWindow: later });
    const seen: SessionState['kind'][] = [];
    says().ended();
    session.state.follow(() => seen.push(session.state.get().kind));
    await session.signInAgain();
    expect([seen, session.token()]).toEqual([['signed-in'], 'token-2']);
  });

  it('reports that another user signed in, who gets a new screen', async () => {
    const { session } = await signedIn({ inWindow: binh });
    session.lock();
    await session.signInAgain();
    expect([session.state.get(), session.token()]).toEqual([{ kind: 'signed-in', subject: 'binh' }, 'token-3']);
  });

  it('drops the token when it locks; a renewal in progress does not unlock it', async () => {
    const { session, told, says } = await signedIn({ renew: later });
    const renewal = session.refused();
    session.lock();
    await renewal;
    says().renewed(later);
    says().ended();
    expect([session.state.get().kind, session.token(), told.forgotten]).toEqual(['locked', null, 1]);
  });

  it('stays locked, with the reason, if signing in again fails', async () => {
    const { session } = await signedIn({ inWindow: new SignInFailed('window-blocked') });
    session.lock();
    await session.signInAgain();
    expect(session.state.get()).toEqual({ kind: 'locked', subject: 'amina', problem: 'window-blocked' });
  });
});
