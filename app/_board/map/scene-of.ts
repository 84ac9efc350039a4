import type { BoardStore } from '../store/board-store.ts';
import { MapScene } from './map-scene.ts';

const scenes = new WeakMap<BoardStore, MapScene>();

/** The scene of a board: the same each time its map is shown, so that one comes back to where one was. */
export function sceneOf(store: BoardStore): MapScene {
  const known = scenes.get(store) ?? new MapScene();
  scenes.set(store, known);
  return known;
}
