import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

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
export function startTracing(service: string, environment: NodeJS.ProcessEnv): Tracing {
  const hasCollector = Boolean(environment['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']);
  environment['OTEL_SERVICE_NAME'] ??= `haven-${service}`;
  const provider = new NodeTracerProvider({ spanProcessors: hasCollector ? [new BatchSpanProcessor(new OTLPTraceExporter())] : [] });
  provider.register();
  return { stop: () => provider.shutdown() };
}
