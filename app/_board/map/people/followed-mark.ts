import { personHue } from '#app/_ui/people/person-hue.ts';
import type { Rect } from '#domain/layout/map-geometry.ts';
import { shortName } from '../../core/people/use-called.ts';
import type { BoardStore } from '../../core/store/board-store.ts';
import styles from '../../features/follow/follow.module.css';
import { whereaboutsOf } from '../../features/follow/whereabouts.ts';
import type { MapScene } from '../scene/map-scene.ts';
import { shownBox } from '../scene/shown-box.ts';

/** Screen pixels between the person's selection and the frame around it. */
const GAP = 6;

/** Marks a person's selection on the map, in `layer`: a frame in their colour with their name. Returns a function that removes it. */
export function markFollowedOnMap(
  scene: MapScene,
  store: BoardStore,
  participantId: string,
  layer: HTMLElement,
): () => void {
  const mark = document.createElement('div');
  mark.className = styles.theirs ?? '';
  mark.style.setProperty('--hue', `var(--hue-${personHue(participantId)})`);
  const name = document.createElement('span');
  name.dir = 'auto';
  mark.append(name);
  layer.append(mark);

  const stand = () => {
    const { replica, people } = store.state();
    const at = whereaboutsOf(store, participantId)?.at ?? null;
    const box = at === null ? undefined : shownBox(scene.layout, replica.view, at);
    const rect = box && scene.rectOf(box.id);
    mark.hidden = !rect;
    if (!rect || !scene.camera) return;
    mark.dataset.at = box.id;
    const whose = shortName(people.get(participantId)) ?? '';
    if (name.textContent !== whose) name.textContent = whose;
    frame(mark, scene.camera.view, rect);
  };
  const ends = [store.subscribe(stand), scene.onDrawn(stand)];
  stand();
  return () => {
    for (const end of ends) end();
    mark.remove();
  };
}

/** Marks the line of the outline that a person has selected, in the same way. Returns a function that removes it. */
export function markFollowedInOutline(store: BoardStore, participantId: string): () => void {
  let row: HTMLElement | null = null;
  const unmark = () => {
    row?.classList.remove(styles.theirLine ?? '');
    row?.removeAttribute('data-followed');
  };
  const look = () => {
    const at = whereaboutsOf(store, participantId)?.at ?? null;
    const next = document.getElementById(at ?? '')?.querySelector<HTMLElement>(':scope > [data-row]') ?? null;
    if (next !== row) unmark();
    row = next;
    if (!row) return;
    row.classList.add(styles.theirLine ?? '');
    row.style.setProperty('--followed', `var(--hue-${personHue(participantId)})`);
    row.dataset.followed = shortName(store.state().people.get(participantId)) ?? '';
  };
  // On opening, and when lines are unfolded, the line may not exist yet.
  const outline = new MutationObserver(look);
  const tree = document.querySelector('main [role="tree"]');
  if (tree) outline.observe(tree, { childList: true, subtree: true });
  const end = store.subscribe(look);
  look();
  return () => {
    end();
    outline.disconnect();
    unmark();
  };
}

function frame(mark: HTMLElement, { x, y, k }: { x: number; y: number; k: number }, rect: Rect): void {
  const [left, top] = [Math.round(rect.x * k + x) - GAP, Math.round(rect.y * k + y) - GAP];
  mark.style.transform = `translate(${left}px, ${top}px)`;
  mark.style.inlineSize = `${Math.round(rect.width * k) + 2 * GAP}px`;
  mark.style.blockSize = `${Math.round(rect.height * k) + 2 * GAP}px`;
}
