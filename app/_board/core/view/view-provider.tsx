'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { fetchWithParts } from '#app/_ui/lazy-component.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { targetNow } from '#domain/debate/map/merged.ts';
import { ancestorsOf, mapPlaceOf } from '#domain/debate/map/tree.ts';
import { closeClaim, openClaim, openPathTo } from '#domain/front/folds.ts';
import { targetOf } from '../claims/use-target.ts';
import { useBoardStore } from '../store/board-context.tsx';
import type { BoardStore } from '../store/board-store.ts';
import { afterFirstCards } from './first-cards.ts';
import { CHOSEN_VIEW, opensOn } from './opening-view.ts';
import { isDebateCovered, NO_TOOL, openTool, shownInPanel } from './panes.ts';
import { takeParameter } from './take-parameter.ts';
import { createViewAddress, type ViewAddress } from './view-address.ts';
import { ActsProvider, type ViewActs } from './view-state.tsx';
import {
  createViewStore,
  type GuidedScope,
  type Search,
  type ViewParts,
  type ViewStore,
} from './view-store.ts';
import { walkFound, withFound } from './walk-found.ts';
import { WIDE } from './wide.ts';

/** Milliseconds after the first cards at which the unread list is loaded, and until a retry if the server was unreachable. */
const LOADED_AFTER = 1_000;

/** Part of an address that opens guided voting. */
const GUIDED = 'vote';

/** Part of an address that names the perspective in which the debate is seen. */
const PERSPECTIVE = 'see';

const loadSeen = () => import('../unread/persist-read-marks.ts');
fetchWithParts(loadSeen);

const StoreContext = createContext<ViewStore | null>(null);

/** Returns the view's store, for components that read several parts of it with one subscription. */
export function useViewStore(): ViewStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('the view is read outside of a ViewProvider');
  return store;
}

/** Selects a part of the view; `select` must return a value, or the same object for the same view. */
export function useViewPart<T>(select: (parts: ViewParts) => T): T {
  const store = useViewStore();
  const read = () => select(store.read());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Returns a function that reads the present view, also after unmounting. */
export function useReadView(): () => ViewParts {
  return useViewStore().read;
}

/**
 * Provides how the viewer looks at the board. The address follows the selection, so that it can be shared, and Back leads to the
 * selection before, or closes what covers the debate on a phone; the server renders the outline, and a wide screen switches to the map once scripts run.
 */
export function ViewProvider({ children }: { children: ReactNode }) {
  const board = useBoardStore();
  const [store] = useState(createViewStore);
  const [address] = useState(createViewAddress);
  const acts = useMemo(() => actsOn(store, board, address), [store, board, address]);

  useEffect(() => {
    store.set({ view: opensOn(), settled: true });
    // The address may name a claim that hasn't arrived yet: a link can be faster than the claim.
    let awaited = '';
    const show = (id: string) => {
      awaited = openNamed(store, board, id) ? '' : id;
    };
    show(address.read());
    const asked = takeGuidedScope();
    if (asked) store.set({ guided: asked });
    const perspective = new URL(window.location.href).searchParams.get(PERSPECTIVE);
    if (perspective) store.set({ perspective });
    const stopFollowing = address.follow((id, uncovered) => {
      if (uncovered) store.set(NO_TOOL);
      show(id);
    });
    const noteCover = () => address.cover(isDebateCovered(store.read()));
    noteCover();
    const stopNoting = store.subscribe(noteCover);
    const width = window.matchMedia(WIDE);
    width.addEventListener('change', noteCover);
    const stopWaiting = board.subscribe(() => {
      if (awaited !== '' && address.read() === awaited) show(awaited);
    });
    const stopKeeping = keepShown(store, board);
    return () => {
      stopFollowing();
      stopNoting();
      width.removeEventListener('change', noteCover);
      stopWaiting();
      stopKeeping();
    };
  }, [store, board, address]);

  useEffect(() => {
    // Nothing of the past is unread, nor in a frame of another site.
    if (board.state().isOnlyRead) return;
    let end: (() => void) | null = null;
    let giveUp = () => {};
    let isOver = false;
    const load = () =>
      loadSeen().then(
        ({ persistReadMarks: keepSeen }) => {
          if (!isOver) end = keepSeen(board, store, () => shownInPanel(store.read()));
        },
        () => {
          if (!isOver) giveUp = afterFirstCards(LOADED_AFTER, load);
        },
      );
    giveUp = afterFirstCards(LOADED_AFTER, load);
    return () => {
      isOver = true;
      giveUp();
      end?.();
    };
  }, [store, board]);

  return (
    <StoreContext.Provider value={store}>
      <ActsProvider value={acts}>{children}</ActsProvider>
    </StoreContext.Provider>
  );
}

function actsOn(store: ViewStore, board: BoardStore, address: ViewAddress): ViewActs {
  const openTo = (id: string) => openPathTo(board.state().replica.view, store.read().folds, id);
  const seek = (search: Search | null) => {
    const at = search?.at ?? null;
    const guided = search === null ? store.read().guided : null;
    store.set(at === null ? { search, guided } : { search, guided, folds: openTo(at), overview: false });
  };
  return {
    show: (view) => {
      keepChosenView(view);
      store.set({ view, guided: null });
    },
    select: (named, commentId = '') => {
      // A merged claim is found at the claim it was merged into.
      const { view } = board.state().replica;
      const selected = named && targetNow(view, named);
      const sought = view.comments.has(commentId) && { toComment: { id: commentId } };
      if (store.read().selected?.id === selected?.id) {
        if (selected) store.set({ front: 'panel', guided: null, ...sought });
        return;
      }
      store.set(selected ? { ...opening(view, store.read(), selected), ...sought } : { selected });
      address.write(selected?.id ?? null);
    },
    selectFocused: (target) => {
      const { selected, writing } = store.read();
      if (selected === null || selected.id === target.id || writing !== null) return;
      store.set({ selected: target });
      address.replace(target.id);
    },
    write: (writing) => {
      const view = board.state().replica.view;
      // Keep the answered claim open, so that the new argument stays visible.
      const place = writing?.kind === 'argument' ? mapPlaceOf(view, writing.target) : null;
      const { folds } = store.read();
      if (writing === null) store.set({ writing });
      else if (place?.kind !== 'claim') store.set({ writing, overview: false });
      else
        store.set({
          writing,
          overview: false,
          folds: openClaim(view, openPathTo(view, folds, place.id), place.id),
        });
    },
    unfold: (claimId, beside) =>
      store.set({ folds: openClaim(board.state().replica.view, store.read().folds, claimId, beside) }),
    fold: (claimId) => store.set({ folds: closeClaim(store.read().folds, claimId) }),
    askForMore: (parent) => {
      const { asked } = store.read();
      store.set({ asked: new Map(asked).set(parent, (asked.get(parent) ?? 0) + 1) });
    },
    foldAll: () => store.set({ folds: new Map(), asked: new Map() }),
    setOverview: (overview, claimId) => store.set({ overview, held: claimId ?? null, guided: null }),
    choose: (claimIds) => store.set({ chosen: new Set(claimIds) }),
    toggleChosen: (claimId) => {
      const chosen = new Set(store.read().chosen);
      if (!chosen.delete(claimId)) chosen.add(claimId);
      store.set({ chosen });
    },
    facilitate: (facilitating) => store.set(facilitating ? openTool({ facilitating }) : { facilitating }),
    lead: (leading) => store.set({ leading }),
    analyse: (analysing) => store.set(analysing ? openTool({ analysing }) : { analysing }),
    list: (listing) => store.set(listing ? openTool({ listing }) : { listing }),
    readSources: (reading) => store.set(reading ? openTool({ reading }) : { reading }),
    lookAt: (branch) =>
      store.set(
        branch === null
          ? { branch, guided: null }
          : { branch, folds: openTo(branch), overview: false, guided: null },
      ),
    seeAs: (perspective) => {
      writePerspective(perspective);
      store.set({ perspective, seen: null, guided: null });
    },
    guide: (guided) => store.set({ guided }),
    toggleGuided: () => {
      const { guided, branch } = store.read();
      store.set({ guided: guided === null ? { branch } : null });
    },
    foundBy: (answered, found) => {
      const { search } = store.read();
      if (search === null) return;
      const known = withFound(search, answered, found);
      if (search.goes === null) store.set({ search: known });
      else seek(walkFound(known, search.goes));
    },
    seek,
  };
}

/** Opens the claim, position or link with this id, or with this comment; an empty id closes the panel. Returns whether it is there. */
function openNamed(store: ViewStore, board: BoardStore, id: string): boolean {
  const { view } = board.state().replica;
  const comment = view.comments.get(id);
  const named = comment?.on ?? targetOf(view, id);
  const selected = named && targetNow(view, named);
  const before = store.read();
  const sought = comment && { toComment: { id } };
  if (selected) store.set({ ...opening(view, before, selected), missing: null, ...sought });
  else if (id === '') store.set({ selected: null, missing: null });
  else if (before.missing !== id && isKnownWhole(board) && !isOnPage(id)) store.set({ missing: id });
  return selected !== null || id === '';
}

/** True if everything the viewer may see has arrived. */
function isKnownWhole(board: BoardStore): boolean {
  const { connection, branches } = board.state();
  return connection.kind === 'live' && branches === null;
}

/** True for a part of the page itself, as the link past the header names it. */
function isOnPage(id: string): boolean {
  return document.getElementById(id) !== null;
}

/** View changes for a new selection: opens its ancestors and leaves the overview. */
function opening(view: DebateState, { folds }: ViewParts, selected: Target): Partial<ViewParts> {
  return {
    selected,
    front: 'panel',
    guided: null,
    folds: openPathTo(view, folds, selected.id),
    overview: false,
  };
}

/** Opens the ancestors of the selected claim when it is moved. Returns an unsubscribe function. */
function keepShown(store: ViewStore, board: BoardStore): () => void {
  let before = board.state().replica.view;
  return board.subscribe(() => {
    const { view } = board.state().replica;
    if (view === before) return;
    const { selected, folds } = store.read();
    const wayIn = (state: DebateState) => ancestorsOf(state, selected?.id ?? '').join(' ');
    const isMoved = selected?.kind === 'claim' && wayIn(before) !== wayIn(view);
    before = view;
    if (isMoved) store.set({ folds: openPathTo(view, folds, selected.id) });
  });
}

/** Returns the guided voting that the address asks for with `?vote`, or `?vote=` and a branch, and removes that from the address. */
function takeGuidedScope(): GuidedScope | null {
  const branch = takeParameter(GUIDED);
  return branch === null ? null : { branch: branch || null };
}

/** Keeps the perspective in the address, which can be shared. One's own is for nobody else. */
function writePerspective(name: string | null): void {
  const address = new URL(window.location.href);
  if (name === null || name === 'own') address.searchParams.delete(PERSPECTIVE);
  else address.searchParams.set(PERSPECTIVE, name);
  window.history.replaceState(window.history.state, '', address);
}

function keepChosenView(view: ViewParts['view']): void {
  try {
    window.sessionStorage.setItem(CHOSEN_VIEW, view);
  } catch {
    // Storage is blocked: the next page chooses by its width again.
  }
}
