import type { ReceivedMessage } from './webhook-sink.ts';

/** A span as a collector gets it, by OTLP over HTTP. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: unknown }[];
}

/** The spans in messages to a collector. */
export function spansIn(messages: readonly ReceivedMessage[]): ReceivedSpan[] {
  return messages
    .filter(({ path }) => path === '/v1/traces')
    .flatMap(({ body }) => JSON.parse(body).resourceSpans as { scopeSpans: { spans: ReceivedSpan[] }[] }[])
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}
