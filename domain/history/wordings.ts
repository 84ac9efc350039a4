import type { Steps } from '../collections/steps.ts';
import type { Effect, LogEntry } from '../debate/engine/entries.ts';
import { SYSTEM } from '../debate/engine/entries.ts';
import { evolve } from '../debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '../debate/engine/state.ts';
import { isAnonymous } from '../debate/head/names.ts';
import { isHiddenFrom } from '../debate/visibility/hidden-content.ts';
import type { Viewer } from '../debate/visibility/viewer.ts';

/** One of the wordings a claim has had. */
export interface PastWording {
  /** Server time of the entry that made it. */
  readonly at: number;
  /** The number by which votes refer to it; a restored wording keeps its number. */
  readonly number: number;
  readonly text: string;
  /** The authors of its changes; empty if names are hidden. */
  readonly by: readonly string[];
}

/** Types of the effects that change a claim's wordings, or who may see them. */
export const WORDING_TYPES = [
  'agenda.phaseChanged',
  'agenda.set',
  'claim.added',
  'claim.edited',
  'claim.joined',
  'claim.split',
  'content.hidden',
  'content.restored',
  'content.resubmitted',
  'content.sentBack',
  'debate.cleared',
  'suggestion.made',
  'suggestion.settled',
  'text.sealed',
] as const satisfies readonly Effect['type'][];

interface WordingEntry extends LogEntry {
  readonly effect: Extract<Effect, { readonly type: (typeof WORDING_TYPES)[number] }>;
}

/**
 * The wordings of a claim, oldest first, as a viewer may know them today; `null` if they may not see the claim. `entries` are those of the
 * debate's log that name it, at least of the `WORDING_TYPES`. A wording that only existed while the claim itself was hidden is shown to its author, and to moderators.
 */
export function* wordingsOf(
  claimId: string,
  entries: Iterable<LogEntry>,
  present: DebateState,
  viewer: Viewer,
): Steps<PastWording[] | null> {
  const claim = present.claims.get(claimId);
  if (!claim || isHiddenFrom(present, claimId, viewer)) return null;
  const isOwn = claim.author === viewer.participantId;
  const isNamed = (id: string) => id !== SYSTEM && (!isAnonymous(present) || id === viewer.participantId);
  const wordings: (PastWording & { seen: boolean })[] = [];
  let state = EMPTY_STATE;
  let hands = new Set<string>();
  const suggesters = new Map<string, string>();
  let hidden = { by: false, embargoed: false };
  for (const entry of entries) {
    yield;
    if (!isOfWordings(entry)) continue;
    const { effect, at, author } = entry;
    if (begins(effect, claimId, state)) {
      state = EMPTY_STATE;
      wordings.length = 0;
      hands = new Set();
      suggesters.clear();
      hidden = { by: false, embargoed: false };
    }
    const wasEmbargoed = hidden.embargoed;
    hidden = hiddenBy(hidden, effect, claimId);
    const before = state.claims.get(claimId);
    state = folded(state, entry, claimId, claim.author);
    const after = state.claims.get(claimId);
    const sees = isOwn || (!hidden.embargoed && (viewer.seesAll || !hidden.by));
    if (effect.type === 'suggestion.made') suggesters.set(effect.suggestionId, author);
    // An accepted suggestion is in the words of the person who suggested it.
    const hand =
      effect.type === 'suggestion.settled' && effect.outcome !== null
        ? (suggesters.get(effect.suggestionId) ?? author)
        : author;
    if (after && after.text !== before?.text) hands.add(before ? hand : claim.author);
    if (after && (after.wording !== before?.wording || after.wordings !== before.wordings)) {
      const by = [...hands].filter(isNamed);
      wordings.push({ at, number: after.wording, text: after.text, by, seen: sees });
      hands = new Set();
    }
    const last = wordings.at(-1);
    if (last && sees) last.seen = true;
    // For everyone else the claim appeared with the reveal.
    if (last && wasEmbargoed && !hidden.embargoed && !isOwn) wordings.splice(-1, 1, { ...last, at });
  }
  return wordings.filter(({ seen }) => seen).map(({ seen: _, ...wording }) => wording);
}

/**
 * True if what was known of the claim is over: the board was cleared, or its id is another claim's after that. Entries that name the claim
 * do not include the clearing itself.
 */
function begins(effect: WordingEntry['effect'], claimId: string, { claims }: DebateState): boolean {
  if (effect.type === 'claim.added') return effect.claimId === claimId;
  if (effect.type !== 'claim.split') return effect.type === 'debate.cleared';
  const part = effect.parts.find((one) => one.claimId === claimId);
  // A part that is split off again is written with the words it has.
  return part !== undefined && part.text !== claims.get(claimId)?.text;
}

function isOfWordings(entry: LogEntry): entry is WordingEntry {
  const types: readonly string[] = WORDING_TYPES;
  return types.includes(entry.effect.type);
}

/** A state with only this claim, for its wordings. */
function folded(state: DebateState, entry: WordingEntry, claimId: string, author: string): DebateState {
  const { effect } = entry;
  switch (effect.type) {
    case 'claim.edited':
    case 'claim.joined':
    case 'suggestion.settled':
      return effect.claimId === claimId ? evolve(state, entry) : state;
    case 'text.sealed':
      return effect.text === claimId ? evolve(state, entry) : state;
    case 'claim.added':
      return effect.claimId === claimId ? evolve(EMPTY_STATE, entry) : state;
    case 'claim.split': {
      if (effect.claimId === claimId) return evolve(state, entry);
      const part = effect.parts.find((one) => one.claimId === claimId);
      // A restored claim has its earlier words.
      if (!part || state.claims.has(claimId)) return state;
      const added: Effect = {
        type: 'claim.added',
        ...part,
        target: { kind: 'claim', id: effect.claimId },
        relation: 'support',
        positionId: null,
        sources: [],
      };
      return evolve(state, { ...entry, author, effect: added });
    }
    default:
      return state;
  }
}

interface OwnHidden {
  /** Hidden, pending or sent back. */
  readonly by: boolean;
  /** Visible only to its author until the reveal. */
  readonly embargoed: boolean;
}

function hiddenBy(was: OwnHidden, effect: WordingEntry['effect'], claimId: string): OwnHidden {
  switch (effect.type) {
    case 'claim.added':
      if (effect.claimId !== claimId) return was;
      return { by: effect.pendingApproval === true, embargoed: effect.embargoed === true };
    case 'content.hidden':
    case 'content.resubmitted':
    case 'content.sentBack':
      return effect.ids.includes(claimId) ? { ...was, by: true } : was;
    case 'content.restored':
      return effect.ids.includes(claimId) ? { ...was, by: false } : was;
    case 'agenda.set':
    case 'agenda.phaseChanged':
      return effect.revealed?.includes(claimId) ? { ...was, embargoed: false } : was;
    default:
      return was;
  }
}
