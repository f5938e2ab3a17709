import type { ExecutionContext } from '@nestjs/common';
import type { HavenContext } from './graphql-context.js';

/** The caller, or why there is none. */
export type Identity = Pick<HavenContext, 'caller' | 'tokenProblem'>;

const ofRequest = new WeakMap<object, Identity>();

/** Stores who sent a plain HTTP request, where code that prints requests cannot see it. */
export const rememberIdentity = (request: object, identity: Identity): void => void ofRequest.set(request, identity);

/** The caller of a resolver (third argument: the GraphQL context) or of a route. */
export function identityOf(context: ExecutionContext): Identity {
  const nobody: Identity = { caller: null, tokenProblem: 'missing' };
  if (context.getType() === 'http') return ofRequest.get(context.switchToHttp().getRequest<object>()) ?? nobody;
  return context.getArgByIndex<Identity | undefined>(2) ?? nobody;
}
