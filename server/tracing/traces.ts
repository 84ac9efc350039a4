/** Facts of a span: types, codes and counts. No words, names or ids of people. */
export type SpanFacts = Readonly<Record<string, string | number>>;

/** A timed part of the work for one operation. */
export interface Span {
  /** W3C's `traceparent` of this span, for another process. */
  readonly traceparent: string;
  /** Begins a part of it. */
  begin(name: string, facts?: SpanFacts): Span;
  end(facts?: SpanFacts): void;
}

/** The traces of a server. */
export interface Traces {
  readonly isOn: boolean;
  /**
   * Begins a span under one that a browser names; `null` if the browser names none, or this server doesn't record this one: that is for it
   * alone to choose.
   */
  begin(name: string, traceparent: string | undefined, facts?: SpanFacts): Span | null;
  /** Goes on under the span of another node, which has chosen to record it; `null` without one. */
  goOn(name: string, traceparent: string | undefined): Span | null;
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

/** Traces nothing. */
export const NO_TRACES: Traces = {
  isOn: false,
  begin: () => null,
  goOn: () => null,
  stop: () => Promise.resolve(),
};

/** Begins a part of each of these; returns what ends them. */
export function beginAll(spans: readonly Span[], name: string): (facts?: SpanFacts) => void {
  const begun = spans.map((span) => span.begin(name));
  return (facts) => {
    for (const span of begun) span.end(facts);
  };
}
