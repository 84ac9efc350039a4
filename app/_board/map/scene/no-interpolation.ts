/*
 * Replaces `d3-interpolate` in the browser's bundle (next.config.js). `d3-zoom` uses it only for the path of a transition between two
 * views, and the map has no transitions: the real one would add colours and their spaces, 5 kB of compressed script, before the first
 * cards.
 */

/** Interpolates from one view to another: the other at once. */
export function interpolateZoom<View>(_from: View, to: View): () => View {
  return () => to;
}
