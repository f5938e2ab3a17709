import { Agent, request } from 'node:http';

/** A response, before the browser follows any redirect. */
export interface Reply {
  readonly status: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The complete address of the redirect; null: none. */
  readonly location: string | null;
}

/** Parts of a request besides the address. */
export interface Sending {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** The parts of a browser that signing in needs: it keeps cookies with their paths, and names the page from which a form is sent. */
export class Browser {
  readonly cookies = new Map<string, Cookie>();
  private readonly agent = new Agent({ keepAlive: false });

  /** Loads a page or sends a form, without following redirects. */
  send(url: string, { form, headers = {} }: Sending = {}): Promise<Reply> {
    const body = form && new URLSearchParams(form).toString();
    const target = new URL(url);
    const cookie = this.cookieFor(target);
    const sent = {
      accept: 'text/html',
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded', origin: target.origin }),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const asked = request(target, { method: body === undefined ? 'GET' : 'POST', headers: sent, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          this.keep(response.headers['set-cookie'] ?? [], target);
          const { location } = response.headers;
          resolve({
            status: response.statusCode!,
            url,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
            location: location === undefined ? null : new URL(location, url).href,
          });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /** Follows redirects until there is a page, or until one leads to an address that begins with `stopAt`. */
  async follow(reply: Reply, stopAt: string): Promise<Reply> {
    let last = reply;
    for (let hops = 0; last.location !== null && !last.location.startsWith(stopAt); hops++) {
      if (hops > 10) throw new Error(`Redirected without end: ${last.location}`);
      last = await this.send(last.location);
    }
    return last;
  }

  private keep(lines: readonly string[], from: URL): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const attribute = (wanted: string) =>
        attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
      const path = attribute('path') ?? from.pathname;
      const expires = attribute('expires');
      if (value === '' || (expires !== undefined && Date.parse(expires) <= Date.now())) this.cookies.delete(`${name} ${path}`);
      else this.cookies.set(`${name} ${path}`, { value, path });
    }
  }

  private cookieFor({ pathname }: URL): string {
    const isFor = (path: string) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
    return [...this.cookies]
      .filter(([, { path }]) => isFor(path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');
  }
}

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!);

/** The form of a page: its target, and the values of its fields. */
export function formOf({ body, url }: Pick<Reply, 'body' | 'url'>): { action: string; fields: Record<string, string> } {
  const action = /<form[^>]*\saction="([^"]*)"/.exec(body)?.[1];
  if (action === undefined) throw new Error(`There is no form at ${url}:\n${body.slice(0, 2_000)}`);
  const fields: Record<string, string> = {};
  for (const [input] of body.matchAll(/<input\s[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields[name] = unescaped(/\svalue="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  return { action: new URL(unescaped(action), url).href, fields };
}
