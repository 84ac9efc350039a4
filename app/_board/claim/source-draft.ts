import type { Operation } from '../../../domain/debate/engine/operations.ts';

/** A source being chosen or written: none, one the debate has, or a new one. */
export type SourceDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly sourceId: string }
  | WrittenSource;

/** A source as it is being taken down. */
export interface WrittenSource {
  readonly kind: 'new';
  readonly title: string;
  readonly locator: string;
  readonly url: string;
  readonly excerpt: string;
}

export const NO_SOURCE: SourceDraft = { kind: 'none' };
export const NEW_SOURCE: WrittenSource = { kind: 'new', title: '', locator: '', url: '', excerpt: '' };

/** The operation that adds a new source; null where none is needed. */
export function addSource(draft: SourceDraft, sourceId: string): Operation | null {
  if (draft.kind !== 'new') return null;
  const { kind: _, ...texts } = draft;
  return { type: 'source.add', sourceId, note: '', ...texts };
}
