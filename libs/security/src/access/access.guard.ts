import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { nobody, notForAnyone, notForRole } from './access-denied.js';
import type { AccessDenied } from './access-denied.js';
import type { Authenticate, Credentials } from '../tokens/authenticate.js';
import { identityOf, rememberIdentity } from './identity.js';
import type { Identity } from './identity.js';
import { operationKey, publicKey } from './operation.js';
import { permissionOf } from './policy.js';
import type { OperationName } from './policy.js';

/** Injection token of {@link Authenticate}. */
export const AUTHENTICATE = Symbol('haven:authenticate');

/** Guards every resolver and route. One that names no operation is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AUTHENTICATE) private readonly authenticate: Authenticate,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<string | undefined>(publicKey, handler) !== undefined) return true;
    if (context.getType() === 'http') await this.identifyRequest(context);
    const denial = decide(identityOf(context), this.reflector.get<OperationName | undefined>(operationKey, handler));
    if (denial) throw denial;
    return true;
  }

  /** A GraphQL operation has its identity in the context; a plain route is identified here. */
  private async identifyRequest(context: ExecutionContext): Promise<void> {
    const request = context.switchToHttp().getRequest<{ headers: Credentials }>();
    const result = await this.authenticate(request.headers);
    rememberIdentity(
      request,
      result.ok ? { caller: result.value.caller, tokenProblem: null } : { caller: null, tokenProblem: result.error },
    );
  }
}

function decide({ caller, tokenProblem }: Identity, operation: OperationName | undefined): AccessDenied | null {
  if (!caller) return nobody(tokenProblem ?? 'missing');
  if (operation === undefined) return notForAnyone();
  return permissionOf(caller.role, operation) === 'never' ? notForRole(caller.role) : null;
}
