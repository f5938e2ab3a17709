import { serverClock } from './server-clock';

/** The clock that holds end by, as far as answers told it. */
export const clock = serverClock(() => Date.now());

/** Sends, and reads the server's clock off the answer where it tells it: when a hold was made, or as of when places were found. */
export async function timed<T extends { readonly data?: unknown }>(send: () => Promise<T>): Promise<T> {
  const asked = Date.now();
  const answer = await send();
  const toldAt = timeIn(answer.data);
  if (toldAt !== null) clock.heard(toldAt, asked, Date.now());
  return answer;
}

function timeIn(data: unknown): number | null {
  const [told] = typeof data === 'object' && data !== null ? Object.values(data as Record<string, Told | null>) : [];
  const at = Date.parse(told?.asOf ?? told?.createdAt ?? '');
  return Number.isNaN(at) ? null : at;
}

interface Told {
  readonly asOf?: string;
  readonly createdAt?: string;
}
