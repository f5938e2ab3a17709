import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A span in OTLP. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
}

/** The parts of an OpenTelemetry collector that a test needs. */
export interface Collector {
  readonly url: string;
  spansOf(traceId: string): readonly CollectedSpan[];
  /** Everything that was sent, unparsed. */
  raw(): string;
  close(): Promise<void>;
}

interface Batch {
  readonly resourceSpans?: readonly { readonly scopeSpans: readonly { readonly spans: readonly CollectedSpan[] }[] }[];
}

/** Receives what processes send to `OTEL_EXPORTER_OTLP_ENDPOINT`. */
export async function openCollector(): Promise<Collector> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const all = () =>
    bodies.flatMap((body) =>
      ((JSON.parse(body) as Batch).resourceSpans ?? []).flatMap((of) => of.scopeSpans.flatMap((scope) => scope.spans)),
    );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spansOf: (traceId) => all().filter((span) => span.traceId === traceId),
    raw: () => bodies.join('\n'),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}
