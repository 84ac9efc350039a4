import { applyChange, diffText, insertedLength, type TextChange } from '../../ot/text-change.ts';
import type { Effect, ProjectedEffect } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf, OperationType } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import type { RememberedChange, TextHistory } from './text-history.ts';

/**
 * A text that people write together, named by its place: the id of its claim (the wording), comment or position (the summary); for a source
 * also the field, or that it is its article; for the debate's conclusion its section. Ids share one space, so the name implies the kind.
 */
export type TextName = string;

/** The texts of a source that people write together. */
export const SOURCE_FIELDS = ['excerpt', 'note'] as const;

export type SourceField = (typeof SOURCE_FIELDS)[number];

/** The sections of the debate's conclusion: what people agree on, where they differ, and what would change their minds. */
export const CONCLUSION_SECTIONS = ['agreements', 'differences', 'cruxes'] as const;

export type ConclusionSection = (typeof CONCLUSION_SECTIONS)[number];

/** The operations that change a text; each names the revision its change was made on. */
const EDITS = [
  'claim.edit',
  'comment.edit',
  'summary.edit',
  'source.edit',
  'article.edit',
  'conclusion.edit',
] as const satisfies readonly OperationType[];

export type TextEdit = OperationOf<(typeof EDITS)[number]>;

/** A text as its edits name it: an edit without its change. */
export type WrittenText = Unchanged<TextEdit>;

type Unchanged<Edit> = Edit extends TextEdit ? Omit<Edit, 'base' | 'change'> : never;

/** The edit that makes this change to a text, based on revision `base`. */
export function editOn(text: WrittenText, base: number, change: TextChange): TextEdit {
  return { ...text, base, change };
}

/** True if an operation changes a text. */
export function isTextEdit(operation: { readonly type: string }): operation is TextEdit {
  return (EDITS as readonly string[]).includes(operation.type);
}

/** The text that an edit, or its effect, is about. */
export function textNamed(
  edit:
    | { readonly claimId: string }
    | { readonly commentId: string }
    | { readonly positionId: string }
    | { readonly section: ConclusionSection }
    | { readonly sourceId: string; readonly field: SourceField }
    | { readonly sourceId: string },
): TextName {
  if ('claimId' in edit) return edit.claimId;
  if ('commentId' in edit) return edit.commentId;
  if ('positionId' in edit) return edit.positionId;
  if ('section' in edit) return conclusionText(edit.section);
  return 'field' in edit ? sourceText(edit.sourceId, edit.field) : articleText(edit.sourceId);
}

/** The text that an effect changes, or null. */
export function textChangedBy(effect: ProjectedEffect | Effect): TextName | null {
  switch (effect.type) {
    case 'claim.edited':
    case 'comment.edited':
    case 'summary.edited':
    case 'source.edited':
    case 'article.edited':
    case 'conclusion.edited':
    case 'position.edited':
    case 'claim.split':
    case 'claim.joined':
    case 'suggestion.settled':
      return textNamed(effect);
    default:
      return null;
  }
}

/** The name of a source's text. */
export function sourceText(sourceId: string, field: SourceField): TextName {
  return `${sourceId}.${field}`;
}

/** The name of the text of the article that a source is. */
export function articleText(sourceId: string): TextName {
  return `${sourceId}${ARTICLE}`;
}

/** The name of a section of the conclusion: of the debate as a whole, which no contribution has as its id. */
export function conclusionText(section: ConclusionSection): TextName {
  return `${WHOLE}${section}`;
}

const WHOLE = '*.';

/** The section of the conclusion that this text is; null: it is another text. */
function sectionOf(name: TextName): ConclusionSection | null {
  if (!name.startsWith(WHOLE)) return null;
  return CONCLUSION_SECTIONS.find((section) => conclusionText(section) === name) ?? null;
}

const ARTICLE = '.article';

/** Matches the name of a text: the fields and sections above, and the article. */
export const TEXT_NAME =
  /^[A-Za-z0-9_-]{3,40}(\.(excerpt|note|article))?$|^\*\.(agreements|differences|cruxes)$/;

/** The source whose article this text is; null: it is not an article. */
export function sourceOfArticle(name: TextName): string | null {
  return name.endsWith(ARTICLE) ? name.slice(0, -ARTICLE.length) : null;
}

/** The current text, or null if there is none with this name. */
export function textIn(state: DebateState, name: TextName): string | null {
  const claim = state.claims.get(name);
  if (claim) return claim.text;
  const comment = state.comments.get(name);
  if (comment) return comment.text;
  const position = state.positions.get(name);
  if (position) return position.summary;
  const section = sectionOf(name);
  if (section) return state.conclusion?.[section] ?? null;
  const { id, field } = sourceOf(name);
  const source = state.sources.get(id);
  if (source && name.endsWith(ARTICLE)) return state.articles.get(id)?.text ?? '';
  return (field && source?.[field]) ?? null;
}

const UNCHANGED: TextHistory = { revision: 1, changes: [], sealed: null };

/** The remembered changes of a text. */
export function historyOf(state: DebateState, name: TextName): TextHistory {
  return state.histories.get(name) ?? UNCHANGED;
}

/** The revision of a text; an unknown one (the client's own, not yet acknowledged) has the first. */
export function revisionIn(state: DebateState, name: TextName): number {
  return historyOf(state, name).revision;
}

/** Changes of a text after a revision, oldest first; null if it never existed or is no longer remembered. */
export function changesSince(
  state: DebateState,
  name: TextName,
  revision: number,
): readonly RememberedChange[] | null {
  const history = historyOf(state, name);
  if (revision > history.revision || revision < history.revision - history.changes.length) return null;
  return history.changes.filter((remembered) => remembered.revision > revision);
}

/** Applies and remembers a change of a text. Returns the same state if the change does not fit. */
export function changeText(
  state: DebateState,
  name: TextName,
  change: TextChange,
  { seq, at }: { readonly seq: number; readonly at: number },
): DebateState {
  const before = textIn(state, name);
  if (before === null) return state;
  const text = applyChange(before, change);
  if (text === null) return state;
  const history = historyOf(state, name);
  const revision = history.revision + 1;
  // Without the fraction, the number is the same for every viewer who knows the change.
  const changes = withinMemory([...history.changes, { revision, seq: Math.floor(seq), change }]);
  const histories = state.histories.set(name, { revision, changes, sealed: history.sealed ?? before });
  return { ...withText(state, name, text, at), histories };
}

/** Replaces a whole text, as old entries do. */
export function rewriteText(
  state: DebateState,
  name: TextName,
  text: string,
  frame: { readonly seq: number; readonly at: number },
): DebateState {
  return changeText(state, name, diffText(textIn(state, name) ?? '', text), frame);
}

/**
 * The newest changes that a text may remember. Every part of a change counts, even one that only deletes: this limits what an edit has to
 * be transformed over.
 */
function withinMemory(changes: readonly RememberedChange[]): readonly RememberedChange[] {
  let left = LIMITS.rememberedCharacters;
  let kept = changes.length;
  for (const { change } of changes.toReversed().slice(0, LIMITS.rememberedChanges)) {
    left -= insertedLength(change) + change.length * LIMITS.rememberedPart;
    if (left < 0) break;
    kept -= 1;
  }
  return changes.slice(kept);
}

function withText(state: DebateState, name: TextName, text: string, at: number): DebateState {
  const claim = state.claims.get(name);
  if (claim) return { ...state, claims: state.claims.set(name, { ...claim, text, editedAt: at }) };
  const comment = state.comments.get(name);
  if (comment) return { ...state, comments: state.comments.set(name, { ...comment, text, editedAt: at }) };
  const position = state.positions.get(name);
  if (position) return { ...state, positions: state.positions.set(name, { ...position, summary: text }) };
  const section = sectionOf(name);
  if (section) {
    const { conclusion } = state;
    if (!conclusion) return state;
    const revision = conclusion.revision + 1;
    return { ...state, conclusion: { ...conclusion, [section]: text, revision, editedAt: at } };
  }
  const { id, field } = sourceOf(name);
  const source = state.sources.get(id);
  if (source && name.endsWith(ARTICLE)) {
    const version = state.articles.get(id)?.version ?? 0;
    return { ...state, articles: state.articles.set(id, { id, text, version, editedAt: at }) };
  }
  if (!source || !field) return state;
  return { ...state, sources: state.sources.set(id, { ...source, [field]: text }) };
}

export function sourceOf(name: TextName): { id: string; field: SourceField | null } {
  const [id = '', field] = name.split('.');
  return { id, field: SOURCE_FIELDS.find((known) => known === field) ?? null };
}
