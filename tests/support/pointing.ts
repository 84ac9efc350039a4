import type { Pointer, PointerMessage } from '../../domain/protocol/pointer-messages.ts';

/** Pointing at a box, and looking at it. */
export function at(box: string): PointerMessage {
  const place = { box, across: 0.5, down: 0.25, dx: 0, dy: 0 };
  return { over: place, look: { at: place, zoom: 1 } };
}

/** The boxes that others point at, as a client received them, in order. */
export function boxes({
  pointers,
}: {
  readonly pointers: readonly Pick<Pointer, 'over'>[];
}): (string | undefined)[] {
  return pointers.map(({ over }) => over?.box);
}
