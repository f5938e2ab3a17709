import { SetMetadata } from '@nestjs/common';
import type { OperationName } from './policy.js';

/** Metadata key of {@link Operation}. */
export const operationKey = 'haven:operation';
/** Metadata key of {@link Public}. */
export const publicKey = 'haven:public';

/** Names the row of the policy that guards this resolver or route. Without it nobody may call it. */
export const Operation = (name: OperationName) => SetMetadata(operationKey, name);

/** Opens a route to everyone. The reason tells the reader why nothing here needs protection. */
export const Public = (reason: string) => SetMetadata(publicKey, reason);
