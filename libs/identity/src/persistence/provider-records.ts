import { createHash } from 'node:crypto';
import type { AgingRows, Database } from '@haven/persistence';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import { lives } from '../provider/lives.js';
import type { ProviderRecords } from '../provider/ports.js';

/** Expired records. */
export const agedProviderRecords: AgingRows = { schema: 'identity', table: 'provider_record', agedBy: 'expires_at', days: 0 };

/**
 * The provider's records in one table. An id is a code, a token or a cookie. The table stores only its digest, so that nobody who reads the
 * table can use it.
 */
export function providerRecords(database: Database): ProviderRecords {
  const run = <T>(sql: string, values: readonly unknown[]): Promise<T[]> =>
    database.transaction(async (tx) => rowsOf<T>(await tx.query<unknown>(sql, [...values])));
  return {
    of: (kind) => recordsOf(kind, run),
    prolongSession: async (uid) => {
      await run(
        `UPDATE identity.provider_record
         SET expires_at = least(clock_timestamp() + make_interval(secs => $2),
                                to_timestamp((payload->>'loginTs')::bigint) + make_interval(secs => $3))
         WHERE kind = 'Session' AND session_uid = $1 AND expires_at > clock_timestamp()`,
        [uid, lives.idle, lives.absolute],
      );
    },
    endSession: async (uid) => {
      await run(
        `DELETE FROM identity.provider_record
         WHERE session_uid = $1 OR (kind = 'Grant' AND id IN (
           SELECT encode(sha256(convert_to('Grant:' || grant_id, 'UTF8')), 'hex') FROM identity.provider_record
           WHERE session_uid = $1 AND grant_id IS NOT NULL))`,
        [uid],
      );
    },
    endSessionsOf: async (accountId) => {
      await run('DELETE FROM identity.provider_record WHERE account_id = $1', [accountId]);
    },
  };
}

type Run = <T>(sql: string, values: readonly unknown[]) => Promise<T[]>;

/** The driver answers rows, or rows with their count. */
const rowsOf = <T>(answer: unknown): T[] => {
  const [first] = answer as [unknown?];
  return (Array.isArray(first) ? first : answer) as T[];
};

const digestOf = (kind: string, id: string): string => createHash('sha256').update(`${kind}:${id}`).digest('hex');

interface Row {
  readonly payload: AdapterPayload;
  readonly consumed: number | null;
  readonly exp: number;
}

const columns = `payload, extract(epoch FROM consumed_at)::integer AS consumed, floor(extract(epoch FROM expires_at))::integer AS exp`;

function recordsOf(kind: string, run: Run): Adapter {
  const at = (id: string) => [kind, digestOf(kind, id)];
  const found = ({ payload, consumed, exp }: Row, id?: string): AdapterPayload => ({
    ...payload,
    exp,
    ...(consumed !== null && { consumed }),
    ...(id !== undefined && { jti: id }),
  });
  return {
    upsert: (id, payload, expiresIn?: number) => store(run, at(id), kind, payload, expiresIn),
    find: async (id) => {
      const [row] = await run<Row>(`SELECT ${columns} FROM identity.provider_record WHERE kind = $1 AND id = $2 AND ${current}`, at(id));
      return row && found(row, id);
    },
    findByUid: async (uid) => {
      const sql = `SELECT ${columns} FROM identity.provider_record WHERE kind = $1 AND session_uid = $2 AND ${current}`;
      const [row] = await run<Row>(sql, [kind, uid]);
      return row && found(row);
    },
    findByUserCode: () => Promise.resolve(undefined),
    destroy: async (id) => void (await run('DELETE FROM identity.provider_record WHERE kind = $1 AND id = $2', at(id))),
    revokeByGrantId: async (grantId) =>
      void (await run('DELETE FROM identity.provider_record WHERE kind = $1 AND grant_id = $2', [kind, grantId])),
    consume: (id) => consume(run, at(id)),
  };
}

const current = 'expires_at > clock_timestamp()';

async function store(run: Run, at: string[], kind: string, payload: AdapterPayload, expiresIn = lives.absolute): Promise<void> {
  const stored = await run(
    `INSERT INTO identity.provider_record (kind, id, payload, account_id, grant_id, session_uid, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7))
     ON CONFLICT (kind, id) DO UPDATE SET payload = excluded.payload, account_id = excluded.account_id, grant_id = excluded.grant_id,
       session_uid = excluded.session_uid, expires_at = excluded.expires_at
     WHERE provider_record.kind <> 'ReplayDetection'
     RETURNING 1`,
    [
      ...at,
      JSON.stringify(withoutSecrets(payload)),
      payload.accountId ?? null,
      payload.grantId ?? null,
      payload.sessionUid ?? payload.uid ?? null,
      expiresIn,
    ],
  );
  // Two concurrent requests with one assertion: oidc-provider found it unused for both.
  if (kind === 'ReplayDetection' && stored.length === 0)
    throw new errors.InvalidClientAuth('client assertion tokens must only be used once');
}

/** Cookies and tokens contain the id of the record and the id of the session in which the sign-in began. */
function withoutSecrets({ jti: _jti, ...payload }: AdapterPayload): AdapterPayload {
  if (!payload.session) return payload;
  const { cookie: _cookie, ...session } = payload.session;
  return { ...payload, session: session as AdapterPayload['session'] };
}

/** Can be used once. Of two concurrent uses one is a theft, so everything of its grant ends. */
async function consume(run: Run, at: string[]): Promise<void> {
  const used = await run(
    `UPDATE identity.provider_record SET consumed_at = clock_timestamp() WHERE kind = $1 AND id = $2 AND consumed_at IS NULL RETURNING 1`,
    at,
  );
  if (used.length > 0) return;
  const [twice] = await run<{ grant_id: string | null }>('SELECT grant_id FROM identity.provider_record WHERE kind = $1 AND id = $2', at);
  const grantId = twice?.grant_id ?? null;
  if (grantId !== null)
    await run(`DELETE FROM identity.provider_record WHERE grant_id = $1 OR (kind = 'Grant' AND id = $2)`, [
      grantId,
      digestOf('Grant', grantId),
    ]);
  throw new errors.InvalidGrant('used at the same time by somebody else');
}
