import { defaultResource, detectResources, envDetector } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';

/** Tracing of this process. */
export interface Tracing {
  /** Sends what is still waiting. */
  stop(): Promise<void>;
}

/**
 * Lets each request carry its trace (W3C Trace Context) through this process, its events and those who follow them. Spans go
 * to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names; without one they are only carried, so that logs and events of one
 * request can still be found by its trace id. The service's name is OTEL_SERVICE_NAME, as OpenTelemetry says.
 */
export async function startTracing(service: string, environment: NodeJS.ProcessEnv): Promise<Tracing> {
  const hasCollector = Boolean(environment['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']);
  environment['OTEL_SERVICE_NAME'] ??= `haven-${service}`;
  // Without it a span would say where Node is on this machine instead.
  const resource = defaultResource().merge(detectResources({ detectors: [envDetector] }));
  const provider = new NodeTracerProvider({ resource, spanProcessors: hasCollector ? [await toCollector()] : [] });
  provider.register();
  return { stop: () => provider.shutdown() };
}

/** Loaded only where there is a collector. */
async function toCollector(): Promise<SpanProcessor> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new BatchSpanProcessor(new OTLPTraceExporter());
}
