import { type Context, ROOT_CONTEXT, type Span as TracedSpan, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Span, SpanFacts, Traces } from './traces.ts';

/** Milliseconds for which spans are gathered before they are sent. */
const GATHER = 1_000;

/** Sends traces to an OpenTelemetry collector, by OTLP over HTTP. */
export function openTraces(endpoint: string): Traces {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'parley' }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: GATHER })],
  });
  const tracer = provider.getTracer('parley');
  const begin = (name: string, parent: Context, facts: SpanFacts = {}): Span => {
    const span = tracer.startSpan(name, { attributes: facts }, parent);
    return {
      get traceparent() {
        return traceparentOf(span);
      },
      begin: (part, more) => begin(part, trace.setSpan(ROOT_CONTEXT, span), more),
      end: (more = {}) => void span.setAttributes(more).end(),
    };
  };
  return {
    isOn: true,
    begin: (name, traceparent, facts) => {
      const parent = contextOf(traceparent);
      return parent && begin(name, parent, facts);
    },
    stop: () => provider.shutdown(),
  };
}

function contextOf(traceparent: string | undefined): Context | null {
  const [, traceId, spanId, flags] = traceparent?.split('-') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  const traceFlags = Number.parseInt(flags, 16);
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function traceparentOf(span: TracedSpan): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
