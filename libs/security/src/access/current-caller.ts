import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { nobody } from './access-denied.js';
import type { Caller } from '../caller.js';
import { identityOf } from './identity.js';

/** The caller of a resolver or route. The guard has made sure that there is one. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller, tokenProblem } = identityOf(context);
  if (!caller) throw nobody(tokenProblem ?? 'missing');
  return caller;
});
