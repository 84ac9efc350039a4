import { selection } from 'd3-selection';

/*
 * Replaces `d3-transition` in the browser's bundle (next.config.js). `d3-zoom` uses it only to end a running transition, and the map has
 * none: the real one would add 25 kB of script before the first cards.
 */

/** Ends the transitions of an element: there are none. */
export function interrupt(): void {}

Object.assign(selection.prototype, {
  interrupt<Selection>(this: Selection): Selection {
    return this;
  },
});
