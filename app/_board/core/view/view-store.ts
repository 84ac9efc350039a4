import { Listeners } from '#app/_ui/listeners.ts';
import type { PerspectiveVotes } from '#domain/analysis/perspectives/perspective.ts';
import type { Target } from '#domain/debate/map/link.ts';
import type { Folds } from '#domain/front/folds.ts';
import type { Trait } from '#domain/search/search-criteria.ts';
import type { WritingTarget } from './view-state.tsx';

/** Participant, position and trait of the wanted items; `null`: any. */
export interface SearchFilter {
  readonly author: string | null;
  readonly position: string | null;
  readonly trait: Trait | null;
}

/** A search, and the current one of its results. */
export interface Search {
  readonly query: string;
  /** Filter; `null`: none is set, and the filters are closed. */
  readonly filter: SearchFilter | null;
  /** Ids of positions and claims, in reading order. */
  readonly found: ReadonlySet<string>;
  /** The query and filter of these results: see `searchKey`. */
  readonly answered: string;
  /** The current result; `null` before the first, and if it is no longer a result. */
  readonly at: string | null;
  /** If the current one is no longer a result: the one after it. */
  readonly after: string | null;
  /** Counts the steps: going to the same result again is a step too. */
  readonly steps: number;
  /** A step requested before the results were known: it is taken then. */
  readonly goes: 1 | -1 | null;
}

/** Sources open beside the debate: all of them, or the article of one, possibly at a passage. */
export interface OpenSource {
  /** `null`: all sources. */
  readonly sourceId: string | null;
  readonly passageId: string | null;
}

/** Beside the debate: what happened, what is new to the viewer, the questions from the floor, the tasks, the conclusion, or perspectives. */
export type SideList = 'history' | 'news' | 'questions' | 'tasks' | 'conclusion' | 'perspectives';

/** Guided voting: on the whole debate, or on a branch. */
export interface GuidedScope {
  /** The claim or position of the branch; `null`: the whole debate. */
  readonly branch: string | null;
}

/** The votes and strengths with which the debate is drawn instead of everyone's. */
export interface SeenPerspective {
  /** How it is called in sentences. */
  readonly name: string;
  readonly votes: PerspectiveVotes;
  /** `null`: not calculated yet. */
  readonly strengthOf: ((id: string) => number | undefined) | null;
}

/** A tab of a claim on a phone, where the panel shows its supports, its attacks, or its comments. */
export type PanelTab = 'support' | 'attack' | 'comments';

/** Comments at the selected claim, position or link that were new to the viewer when they opened it, or have come since. */
export interface NewComments {
  readonly at: string;
  readonly ids: ReadonlySet<string>;
}

/** How the viewer looks at the board: never shared, never stored on the server. */
export interface ViewParts {
  readonly view: 'map' | 'outline';
  /** The claim, position or link in the panel. */
  readonly selected: Target | null;
  /** The comment there that the viewer asked for, in an object of its own each time; `null`: none. */
  readonly toComment: { readonly id: string } | null;
  /** The tab that was chosen for the selected claim; `null`: none yet. */
  readonly tab: PanelTab | null;
  /** The comments that were new to the viewer at the claim, position or link that was selected last; `null`: none were. */
  readonly newComments: NewComments | null;
  /** The id in the address, if nothing in the debate has it; `null`: it has, or that is not known yet. */
  readonly missing: string | null;
  readonly writing: WritingTarget | null;
  /** Claims the viewer opened and closed on the map. */
  readonly folds: Folds;
  /** Number of times the viewer expanded each list on the map, by parent id. */
  readonly asked: ReadonlyMap<string, number>;
  /** Claim that the map shows regardless of rank. */
  readonly held: string | null;
  /** `true` while the overview is shown. */
  readonly overview: boolean;
  /** The present search; `null` if there is none. */
  readonly search: Search | null;
  /** The claim or position whose branch alone is in view; `null`: the whole debate is. */
  readonly branch: string | null;
  /** Claims selected together, to act on all of them. */
  readonly chosen: ReadonlySet<string>;
  /** True once scripts run; before that nothing is settled. */
  readonly settled: boolean;
  /** True while the facilitator's console is open. */
  readonly facilitating: boolean;
  /** The console's section that was chosen last; `null`: none yet. */
  readonly section: string | null;
  /** True while the spotlight follows what this facilitator selects. */
  readonly leading: boolean;
  /** True while the analysis is open beside the debate. */
  readonly analysing: boolean;
  /** The list that is open beside the debate. */
  readonly listing: SideList | null;
  /** The sources that are open; `null`: none. */
  readonly reading: OpenSource | null;
  /** The guided voting that covers the debate; `null`: none. It ends when anything else is opened. */
  readonly guided: GuidedScope | null;
  /** The name of the perspective in which the debate is seen; `null`: none. */
  readonly perspective: string | null;
  /** Its votes and strengths, once they are known. */
  readonly seen: SeenPerspective | null;
  /** Which was opened last: a tool beside the debate, or the panel. If only one fits, the other waits behind it. */
  readonly front: 'tool' | 'panel';
}

/** Store of a person's view, so that a line of the outline renders again only when its own part changes. */
export interface ViewStore {
  read(): ViewParts;
  subscribe(listener: () => void): () => void;
  set(change: Partial<ViewParts>): void;
}

/** Parts of the view that end with the selection. */
const OF_SELECTED = { toComment: null, tab: null, missing: null } as const;

export function createViewStore(): ViewStore {
  let parts: ViewParts = {
    view: 'outline',
    selected: null,
    toComment: null,
    tab: null,
    newComments: null,
    missing: null,
    writing: null,
    folds: new Map(),
    asked: new Map(),
    held: null,
    overview: false,
    search: null,
    branch: null,
    chosen: new Set(),
    settled: false,
    facilitating: false,
    section: null,
    leading: false,
    analysing: false,
    listing: null,
    reading: null,
    guided: null,
    perspective: null,
    seen: null,
    front: 'panel',
  };
  const listeners = new Listeners();
  return {
    read: () => parts,
    subscribe: listeners.subscribe,
    set: (change) => {
      const isOther = change.selected !== undefined && change.selected?.id !== parts.selected?.id;
      parts = { ...parts, ...(isOther && OF_SELECTED), ...change };
      listeners.notify();
    },
  };
}
