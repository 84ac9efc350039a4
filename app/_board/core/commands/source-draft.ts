import { type Check, hasFields, isOneOf, isText } from '#app/_ui/read-stored.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';

/** A source being selected or written: none, one from the debate, or a new one. */
export type SourceDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly sourceId: string }
  | WrittenSource;

/** A source while it is being entered. */
export interface WrittenSource {
  readonly kind: 'new';
  readonly title: string;
  readonly locator: string;
  readonly url: string;
  readonly excerpt: string;
}

export const NO_SOURCE: SourceDraft = { kind: 'none' };
export const NEW_SOURCE: WrittenSource = { kind: 'new', title: '', locator: '', url: '', excerpt: '' };

const isKnown = hasFields<{ kind: 'known'; sourceId: string }>({
  kind: isOneOf(['known']),
  sourceId: isText,
});
const isWritten = hasFields<WrittenSource>({
  kind: isOneOf(['new']),
  title: isText,
  locator: isText,
  url: isText,
  excerpt: isText,
});
const isNone = hasFields<{ kind: 'none' }>({ kind: isOneOf(['none']) });

/** True if a stored value is a source as this release knows it. */
export const isSourceDraft: Check<SourceDraft> = (value): value is SourceDraft =>
  isNone(value) || isKnown(value) || isWritten(value);

/** Returns the operation that adds a new source; `null` if none is needed. */
export function addSource(draft: SourceDraft, sourceId: string): Operation | null {
  if (draft.kind !== 'new') return null;
  const { kind: _, ...texts } = draft;
  return { type: 'source.add', sourceId, note: '', ...texts };
}
