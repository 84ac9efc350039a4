import { type Context, ROOT_CONTEXT, type Span as TracedSpan, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Span, SpanFacts, Traces } from './traces.ts';

/** Milliseconds for which spans are gathered before they are sent. */
const GATHER = 1_000;

/** The last bit of a `traceparent`: its process records the trace. */
const SAMPLED = 1;

/**
 * Sends traces to an OpenTelemetry collector, by OTLP over HTTP: this share of them, from 0 to 1. Each is drawn by lot and not by its id,
 * because browsers choose ids.
 */
export function openTraces(endpoint: string, share = 1, draw: () => number = Math.random): Traces {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'parley' }),
    // Drawn already.
    sampler: new AlwaysOnSampler(),
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
  const goOn = (name: string, traceparent: string | undefined, facts?: SpanFacts) => {
    const parent = contextOf(traceparent);
    return parent && begin(name, parent, facts);
  };
  return {
    isOn: share > 0,
    begin: (name, traceparent, facts) => (draw() < share ? goOn(name, traceparent, facts) : null),
    goOn,
    stop: () => provider.shutdown(),
  };
}

function contextOf(traceparent: string | undefined): Context | null {
  const [, traceId, spanId, flags] = traceparent?.split('-') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  const traceFlags = Number.parseInt(flags, 16);
  if ((traceFlags & SAMPLED) === 0) return null;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function traceparentOf(span: TracedSpan): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
