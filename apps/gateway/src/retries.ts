import { getRetryInfo, isRetryExecutionRequest, type GatewayConfig } from '@graphql-hive/gateway';
import type { ExecutionResult } from 'graphql';
import { saysAway } from './errors.js';

type Retry = Exclude<NonNullable<GatewayConfig['upstreamRetry']>, (...given: never[]) => unknown>;
type Asked = Parameters<NonNullable<Retry['shouldRetry']>>[0];

const again = 2;

/** Retries a query after 0.6 and 1.2 s. Never retries a mutation: its caller repeats it with the idempotency key. */
export const retryQueries = ({ executionRequest }: Pick<Asked, 'executionRequest'>): Retry | undefined =>
  executionRequest.operationType === 'query' ? { maxRetries: again, retryDelay: 300, retryDelayFactor: 2, shouldRetry } : undefined;

/** The gateway's own rule would wait once more after the last attempt. */
function shouldRetry({ executionRequest, executionResult, response }: Asked): boolean {
  const { errors = [] } = (executionResult ?? {}) as ExecutionResult;
  const isAway = (response?.status ?? 0) >= 500 || errors.some(saysAway);
  return isAway && (isRetryExecutionRequest(executionRequest) ? getRetryInfo(executionRequest).attempt : 0) < again;
}
