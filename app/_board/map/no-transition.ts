import { selection } from 'd3-selection';

/*
 * Stands for `d3-transition` in the browser's bundle (next.config.js). `d3-zoom` asks it for one thing only, to end what is
 * moving by a transition, and the map moves nothing by one: it would bring 25 kB of script for that, before the first cards.
 */

/** Ends the transitions of an element: there are none. */
export function interrupt(): void {}

Object.assign(selection.prototype, {
  interrupt<Selection>(this: Selection): Selection {
    return this;
  },
});
