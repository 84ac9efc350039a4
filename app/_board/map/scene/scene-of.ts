import type { BoardStore } from '../../core/store/board-store.ts';
import { MapScene } from './map-scene.ts';

const scenes = new WeakMap<BoardStore, MapScene>();

/** Returns the scene of a board: the same one each time its map is shown, so that the viewer returns to where they were. */
export function sceneOf(store: BoardStore): MapScene {
  const known = scenes.get(store) ?? new MapScene();
  scenes.set(store, known);
  return known;
}
