import { defaultResource, detectResources, envDetector } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';

/** Tracing of this process. */
export interface Tracing {
  /** Sends the spans that are still waiting. */
  stop(): Promise<void>;
}

/**
 * Carries the trace of each request (W3C Trace Context) through this process, its events and their consumers. Spans go to the collector in
 * OTEL_EXPORTER_OTLP_ENDPOINT. Without one, traces are only carried, so that the logs and events of a request can still be found by trace
 * id. OTEL_SERVICE_NAME names the service.
 */
export async function startTracing(service: string, environment: NodeJS.ProcessEnv): Promise<Tracing> {
  const hasCollector = Boolean(environment['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']);
  environment['OTEL_SERVICE_NAME'] ??= `haven-${service}`;
  // Otherwise a span would contain Node's path on this machine.
  const resource = defaultResource().merge(detectResources({ detectors: [envDetector] }));
  const provider = new NodeTracerProvider({ resource, spanProcessors: hasCollector ? [await toCollector()] : [] });
  provider.register();
  return { stop: () => provider.shutdown() };
}

/** Loaded only if there is a collector. */
async function toCollector(): Promise<SpanProcessor> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new BatchSpanProcessor(new OTLPTraceExporter());
}
