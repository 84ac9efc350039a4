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

/** Returns the operation that adds a new source; `null` if none is needed. */
export function addSource(draft: SourceDraft, sourceId: string): Operation | null {
  if (draft.kind !== 'new') return null;
  const { kind: _, ...texts } = draft;
  return { type: 'source.add', sourceId, note: '', ...texts };
}
