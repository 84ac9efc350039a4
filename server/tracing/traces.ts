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
  /** Begins a span under another process's; `null` if nothing is traced or that process traced nothing. */
  begin(name: string, traceparent: string | undefined, facts?: SpanFacts): Span | null;
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

/** Traces nothing. */
export const NO_TRACES: Traces = { isOn: false, begin: () => null, stop: () => Promise.resolve() };

/** Begins a part of each of these; returns what ends them. */
export function beginAll(spans: readonly Span[], name: string): (facts?: SpanFacts) => void {
  const begun = spans.map((span) => span.begin(name));
  return (facts) => {
    for (const span of begun) span.end(facts);
  };
}
