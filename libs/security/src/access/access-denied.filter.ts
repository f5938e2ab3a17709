import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { AccessDenied } from './access-denied.js';

const statusOf = { UNAUTHENTICATED: 401, FORBIDDEN: 403, SERVICE_UNAVAILABLE: 503 } as const;

interface Reply {
  status(code: number): { send(body: unknown): unknown };
}

/** Answers a refusal. Without it, Nest would log each one as an error with its stack. */
@Catch(AccessDenied)
export class AccessDeniedFilter implements ExceptionFilter<AccessDenied> {
  catch(denied: AccessDenied, host: ArgumentsHost): unknown {
    // GraphQL treats a returned Error like a thrown one.
    if (host.getType() !== 'http') return denied;
    const { code, message } = denied;
    return host.switchToHttp().getResponse<Reply>().status(statusOf[code]).send({ code, message });
  }
}
