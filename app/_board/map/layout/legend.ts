/** Storage key: the legend was closed. */
const CLOSED = 'parley:legend-closed';

/** Returns `true` until the viewer first closes the legend. */
export function isLegendOpen(): boolean {
  try {
    return window.localStorage.getItem(CLOSED) === null;
  } catch {
    return true;
  }
}

export function noteLegendClosed(): void {
  try {
    window.localStorage.setItem(CLOSED, '1');
  } catch {
    // Without storage the legend is open again on the next page.
  }
}
