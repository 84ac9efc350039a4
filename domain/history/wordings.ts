import type { Steps } from '../collections/steps.ts';
import type { Effect, LogEntry } from '../debate/engine/entries.ts';
import { SYSTEM } from '../debate/engine/entries.ts';
import { evolve } from '../debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '../debate/engine/state.ts';
import { isAnonymous } from '../debate/head/names.ts';
import type { Claim } from '../debate/map/claim.ts';
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

/** Which of a claim's wordings are wanted: the newest of all, or of the first `before`. */
export interface WantedWordings {
  readonly before: number | null;
  readonly most: number;
}

/** Consecutive wordings of a claim, oldest first, and how many are earlier. */
export interface WordingsPage {
  readonly wordings: readonly PastWording[];
  readonly earlier: number;
}

/**
 * Begins to read the wordings of a claim as a viewer may know them today; `null` if they may not see the claim. A wording that only existed
 * while the claim itself was hidden is shown to its author, and to moderators.
 */
export function beginWordings(
  claimId: string,
  present: DebateState,
  viewer: Viewer,
  wanted: WantedWordings,
): WordingsReader | null {
  const claim = present.claims.get(claimId);
  if (!claim || isHiddenFrom(present, claimId, viewer)) return null;
  const isNamed = (id: string) => id !== SYSTEM && (!isAnonymous(present) || id === viewer.participantId);
  return new WordingsReader(claim, viewer, isNamed, wanted);
}

/** Folds the entries of a debate's log that name a claim. It keeps the wordings that are wanted, and of the others only their number. */
export class WordingsReader {
  readonly #claim: Claim;
  readonly #viewer: Viewer;
  readonly #isNamed: (id: string) => boolean;
  readonly #wanted: WantedWordings;
  #state = EMPTY_STATE;
  #hands = new Set<string>();
  readonly #suggesters = new Map<string, string>();
  #hidden: OwnHidden = NOT_HIDDEN;
  /** The latest so far: the next entry may show it. */
  #last: (PastWording & { readonly seen: boolean }) | null = null;
  /** Those before that are wanted so far. */
  #kept: PastWording[] = [];
  /** How many the viewer may know of those before. */
  #count = 0;

  constructor(claim: Claim, viewer: Viewer, isNamed: (id: string) => boolean, wanted: WantedWordings) {
    this.#claim = claim;
    this.#viewer = viewer;
    this.#isNamed = isNamed;
    this.#wanted = wanted;
  }

  /** Reads the next entries, ascending: those that name the claim, at least of the `WORDING_TYPES`. */
  *read(entries: Iterable<LogEntry>): Steps<void> {
    for (const entry of entries) {
      yield;
      if (isOfWordings(entry)) this.#fold(entry);
    }
  }

  /** The wanted wordings among those read. */
  page(): WordingsPage {
    this.#finishLast();
    return { wordings: this.#kept, earlier: this.#reached - this.#kept.length };
  }

  #fold(entry: WordingEntry): void {
    const { effect, at, author } = entry;
    const { id: claimId } = this.#claim;
    if (begins(effect, claimId, this.#state)) this.#beginAgain();
    const wasEmbargoed = this.#hidden.embargoed;
    this.#hidden = hiddenBy(this.#hidden, effect, claimId);
    const before = this.#state.claims.get(claimId);
    this.#state = folded(this.#state, entry, claimId, this.#claim.author);
    const after = this.#state.claims.get(claimId);
    if (effect.type === 'suggestion.made') this.#suggesters.set(effect.suggestionId, author);
    if (after && after.text !== before?.text)
      this.#hands.add(before ? this.#handOf(entry) : this.#claim.author);
    if (after && (after.wording !== before?.wording || after.wordings !== before.wordings)) {
      this.#finishLast();
      const by = [...this.#hands].filter(this.#isNamed);
      this.#last = { at, number: after.wording, text: after.text, by, seen: false };
      this.#hands = new Set();
    }
    if (this.#last && this.#sees) this.#last = { ...this.#last, seen: true };
    // For everyone else the claim appeared with the reveal.
    if (this.#last && wasEmbargoed && !this.#hidden.embargoed && !this.#isOwn)
      this.#last = { ...this.#last, at };
  }

  #beginAgain(): void {
    this.#state = EMPTY_STATE;
    this.#hands = new Set();
    this.#suggesters.clear();
    this.#hidden = NOT_HIDDEN;
    this.#last = null;
    this.#kept = [];
    this.#count = 0;
  }

  /** Keeps the latest wording, if the viewer may know it: no entry can show it from now on. */
  #finishLast(): void {
    if (!this.#last?.seen) return;
    const { seen: _, ...wording } = this.#last;
    this.#last = null;
    this.#count += 1;
    if (this.#count > this.#reached) return;
    this.#kept.push(wording);
    if (this.#kept.length > this.#wanted.most) this.#kept.shift();
  }

  /** Number of wordings up to the last that is wanted so far. */
  get #reached(): number {
    return Math.min(this.#count, this.#wanted.before ?? this.#count);
  }

  get #isOwn(): boolean {
    return this.#claim.author === this.#viewer.participantId;
  }

  get #sees(): boolean {
    const { by, embargoed } = this.#hidden;
    return this.#isOwn || (!embargoed && (this.#viewer.seesAll || !by));
  }

  /** An accepted suggestion is in the words of the person who suggested it. */
  #handOf({ effect, author }: WordingEntry): string {
    const isAccepted = effect.type === 'suggestion.settled' && effect.outcome !== null;
    return isAccepted ? (this.#suggesters.get(effect.suggestionId) ?? author) : author;
  }
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

const NOT_HIDDEN: OwnHidden = { by: false, embargoed: false };

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
