import { canMergeOutbox, type Outbox } from '#domain/sync/outbox.ts';
import type { BoardStore } from '../../store/board-store.ts';
import { OutboxStorage } from './outbox-storage.ts';
import { claimTabLock, hasTabLocks, onTabClosed } from './tab-life.ts';

/** Milliseconds between checks for what another page has left. */
const LOOK_EVERY = 30_000;

/** Milliseconds the board waits for the browser's database before it connects without it. */
const PATIENCE = 1_000;

/**
 * Keeps the board's unsent operations in the browser, and continues with what an earlier page has left after a reload, a closed tab or a
 * crash. `look` checks for that, `ready` for no longer than a connection may wait; `end` leaves what is unsent to the next page.
 */
export function persistOutbox(
  store: BoardStore,
  debateId: string,
): { ready(): Promise<void>; look(): Promise<void>; end(): void } {
  const storage = new OutboxStorage(debateId);
  let kept: Outbox | null = null;
  /** The outbox that the page kept as it was left, since it last kept another: it may come back. */
  let leftAs: Outbox | null = null;
  let keeping = false;
  let held = '';
  let release = () => {};
  const hold = (clientId: string) => {
    if (clientId === held) return;
    release();
    held = clientId;
    release = claimTabLock(clientId);
  };
  /** The outbox under this tab's identity before, whose rejected operations and drafts are in the present one. */
  let merged: { readonly clientId: string; readonly release: () => void } | null = null;
  const forgetMerged = async () => {
    if (!merged) return;
    const { clientId, release: end } = merged;
    merged = null;
    await storage.forget(clientId).finally(end);
  };

  const keep = async () => {
    if (keeping) return;
    keeping = true;
    try {
      for (let now = store.outbox(); !isSame(now, kept); now = store.outbox()) {
        const before = kept;
        kept = now;
        leftAs = null;
        // Under another identity from now on, or none, the tab leaves what it kept under the one before.
        const isOwn = before?.clientId === store.clientId && before.participantId === store.writer;
        hold(store.clientId);
        if (now === null) {
          if (before && isOwn) await storage.forget(before.clientId);
          await forgetMerged();
        } else {
          const theirs = await storage.keep(now);
          if (theirs === null) {
            await forgetMerged();
            continue;
          }
          store.handOverOutbox(Math.min(before?.clientSeq ?? 0, theirs));
          hold(store.clientId);
        }
      }
      store.setPersisted(true);
    } catch {
      // Storage is full or blocked: the participant is warned while something is unsent. Or the page was left, and gave this change up.
      kept = leftAs;
      store.setPersisted(leftAs !== null);
    }
    keeping = false;
  };

  // A page that was just reloaded may find the one before still closing.
  let awaited = new AbortController();
  let ended = false;
  const awaitEnd = (clientIds: readonly string[]) => {
    awaited.abort();
    if (ended) return;
    awaited = new AbortController();
    onTabClosed(clientIds, () => void look(), awaited.signal);
  };

  /** True if this page can continue with what another has left, besides its own rejected operations and drafts. */
  const canContinue = (left: Outbox) => {
    const own = store.outbox();
    return own === null || (!keeping && !merged && store.fits(left) && canMergeOutbox(own, left));
  };

  /** Continues under the identity of another page. What this one has kept is forgotten once it is kept under that identity. */
  const goOnAs = (left: Outbox) => {
    if (store.outbox() !== null && kept !== null) {
      merged = { clientId: kept.clientId, release };
      release = () => {};
    }
    kept = left;
    hold(left.clientId);
    store.resume(left);
  };

  const look = async () => {
    const { replica, connection } = store.state();
    const { participantId } = replica;
    // Shut out of the debate, this page could send nothing of it.
    if (participantId === null || !store.isIdle || connection.kind === 'refused') return;
    const own = store.outbox()?.clientId ?? null;
    const left = await storage.take(participantId, awaitEnd, own, canContinue).catch(() => null);
    if (left === null) return;
    const isTheirs = participantId === store.state().replica.participantId;
    if (store.isIdle && isTheirs && !ended && canContinue(left)) {
      goOnAs(left);
    } else {
      // Meanwhile something was submitted, another person has signed in, or the board was left: another page takes it, or this one later.
      await storage.keep(left, true).catch(() => null);
    }
  };

  const leave = () => {
    const now = store.outbox();
    if (now === null) return;
    // Without locks another page may have taken it over, so this one reads first if nothing is lost without an answer.
    const isKept = !keeping && isSame(now, kept);
    if (isKept && !hasTabLocks()) return void storage.keep(now, true).catch(() => null);
    leftAs = now;
    storage.leave(now).catch(() => {
      leftAs = null;
    });
  };

  hold(store.clientId);
  const unsubscribe = store.subscribe(() => void keep());
  const timer = window.setInterval(() => void look(), LOOK_EVERY);
  window.addEventListener('pagehide', leave);
  return {
    look,
    ready: () => Promise.race([look(), new Promise<void>((go) => window.setTimeout(go, PATIENCE))]),
    end: () => {
      unsubscribe();
      window.clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      ended = true;
      awaited.abort();
      release();
      merged?.release();
    },
  };
}

/** True if both have the same content: their contents are never changed, only replaced. */
function isSame(one: Outbox | null, other: Outbox | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.pending === other.pending &&
    one.refused === other.refused &&
    one.clientId === other.clientId &&
    haveSame(one.drafts ?? [], other.drafts ?? [])
  );
}

function haveSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}
