/** An error, as far as a user can do something about it. */
export type Problem =
  | { readonly kind: 'offline' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'input'; readonly fields: readonly FieldProblem[] }
  | { readonly kind: 'unexpected'; readonly reference: string | null };

/** The server's error about one input field. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** The part of an answer that decides which problem it is. */
export interface FailedAnswer {
  readonly networkError?: unknown;
  readonly response?: { readonly status?: number } | undefined;
  readonly graphQLErrors: readonly { readonly extensions?: Readonly<Record<string, unknown>> | undefined }[];
}

/** Whether the answer comes by itself, as soon as the network or the user is back. */
export const isWaiting = (problem: Problem | null): problem is Problem & { readonly kind: 'offline' | 'expired' } =>
  problem?.kind === 'offline' || problem?.kind === 'expired';

const shortWaitSeconds = 5;

/** The one place that maps an error to a problem for the user. */
export function problemOf({ networkError, response, graphQLErrors }: FailedAnswer): Problem {
  const codes = graphQLErrors.map(({ extensions }) => extensions ?? {});
  const of = (code: string) => codes.find((extensions) => extensions['code'] === code);
  if (of('UNAUTHENTICATED') || response?.status === 401) return { kind: 'expired' };
  if (of('FORBIDDEN')) return { kind: 'denied' };
  const limited = of('RATE_LIMITED');
  if (limited) return { kind: 'busy', seconds: secondsOf(limited) };
  if (of('SERVICE_UNAVAILABLE') || isGatewayStatus(response?.status)) return { kind: 'unavailable' };
  const input = of('BAD_USER_INPUT');
  if (input) return { kind: 'input', fields: (input['fields'] as FieldProblem[] | undefined) ?? [] };
  const wasAnswered = codes.length > 0 || response?.status !== undefined;
  return networkError && !wasAnswered ? { kind: 'offline' } : { kind: 'unexpected', reference: referenceOf(codes) };
}

const secondsOf = (limited: Readonly<Record<string, unknown>>): number => Number(limited['retryAfterSeconds'] ?? shortWaitSeconds);
const isGatewayStatus = (status: number | undefined): boolean => status !== undefined && [502, 503, 504].includes(status);

function referenceOf(codes: readonly Readonly<Record<string, unknown>>[]): string | null {
  const id = codes.map((extensions) => extensions['correlationId']).find((value) => typeof value === 'string');
  return (id as string | undefined) ?? null;
}
