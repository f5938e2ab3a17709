/** How to reach a PostgreSQL server. `host` may be the directory of a unix socket. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
}

/** Reads `postgres://user:password@host:port/database`; `?host=/dir` names the directory of a unix socket. */
export function connectionFromUrl(url: string): Connection {
  const parsed = new URL(url);
  const password = decodeURIComponent(parsed.password);
  return {
    host: parsed.searchParams.get('host') ?? parsed.hostname,
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username) || 'postgres',
    ...(password && { password }),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'postgres',
  };
}
