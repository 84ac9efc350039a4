import { personHue } from '#app/_ui/people/person-hue.ts';
import { shortName } from '../../core/people/use-called.ts';
import type { BoardStore } from '../../core/store/board-store.ts';
import type { Pointed } from '../../core/store/pointer-store.ts';
import { onPointerChoice, pointerChoice } from '../../features/pointers/pointer-choice.ts';
import type { MapScene } from '../scene/map-scene.ts';
import { pointOnMap } from '../scene/point-on-map.ts';
import { PointerMark } from './pointer-mark.ts';

/** Milliseconds between checks for pointers that have long been still. */
const AGING = 500;
/** Maximum time of one frame, in milliseconds: after a pause the page doesn't jump. */
const LONGEST_FRAME = 64;

/** Shows other people's pointers over the map in `layer`, without rendering. Returns a function that ends it. */
export function showPointers(scene: MapScene, store: BoardStore, layer: HTMLElement): () => void {
  const marks = new Map<string, PointerMark>();
  let frame = 0;
  let last = 0;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');

  const stand = () => {
    const view = scene.camera?.view;
    if (!view) return;
    for (const mark of marks.values()) mark.stand(({ x, y }) => ({ x: view.applyX(x), y: view.applyY(y) }));
  };
  const glide = (now: number) => {
    const passed = Math.min(LONGEST_FRAME, now - last);
    last = now;
    let arrived = true;
    for (const [connection, mark] of marks) {
      const place = store.presence.pointers.of(connection)?.over;
      const point = place && pointOnMap(scene, store.state().replica.view, place);
      mark.element.hidden = !point;
      if (point) arrived = mark.advance(point, passed, still.matches) && arrived;
    }
    stand();
    frame = arrived ? 0 : requestAnimationFrame(glide);
  };
  const go = () => {
    if (frame !== 0 || marks.size === 0) return;
    last = performance.now();
    frame = requestAnimationFrame(glide);
  };
  const meet = (pointed: Pointed, whose: string): PointerMark => {
    const mark = marks.get(pointed.connection) ?? new PointerMark(personHue(whose));
    if (!marks.has(pointed.connection)) layer.append(mark.element);
    marks.set(pointed.connection, mark);
    return mark;
  };
  const see = () => {
    const shown = new Set<string>();
    const { present, people, replica } = store.state();
    for (const pointed of pointerChoice().see ? store.presence.pointers.all() : []) {
      const whose = present.get(pointed.connection)?.participantId ?? null;
      const name = whose === null ? undefined : shortName(people.get(whose));
      // The viewer's other tabs are not other people; what was so on opening may be long ago.
      if (whose === null || name === undefined || whose === replica.participantId) continue;
      if (pointed.over === null || pointed.receivedAt === null) continue;
      meet(pointed, whose).note(name, pointed.receivedAt);
      shown.add(pointed.connection);
    }
    for (const [connection, mark] of marks) {
      if (shown.has(connection)) continue;
      mark.element.remove();
      marks.delete(connection);
    }
    go();
  };

  const ends = [
    store.presence.pointers.subscribe(see),
    onPointerChoice(see),
    scene.onDrawn(stand),
    scene.onLaidOut(go),
  ];
  const aging = window.setInterval(() => {
    for (const mark of marks.values()) mark.age(performance.now());
  }, AGING);
  see();
  return () => {
    for (const end of ends) end();
    window.clearInterval(aging);
    cancelAnimationFrame(frame);
    layer.replaceChildren();
  };
}
