import type { PointerMessage } from '#domain/protocol/pointer-messages.ts';
import type { BoardStore } from '../../core/store/board-store.ts';

/** A person's place, as far as they share it. */
export interface Whereabouts extends PointerMessage {
  /** Their selection, or the place where they are writing. */
  readonly at: string | null;
}

/** Returns where a person is, by the connection of theirs that moved last; `null` if they are not here. */
export function whereaboutsOf(store: BoardStore, participantId: string): Whereabouts | null {
  const theirs = [...store.state().present.values()].filter((one) => one.participantId === participantId);
  const [latest] = theirs
    .map((one) => ({ at: one.at, pointed: store.presence.pointers.of(one.connection) }))
    .sort((a, b) => recency(b) - recency(a));
  if (!latest) return null;
  const { at, pointed } = latest;
  return { at, over: pointed?.over ?? null, look: pointed?.look ?? null };
}

function recency({
  at,
  pointed,
}: {
  at: string | null;
  pointed: { receivedAt: number | null } | undefined;
}): number {
  return pointed?.receivedAt ?? (pointed ? 0 : at === null ? -2 : -1);
}
