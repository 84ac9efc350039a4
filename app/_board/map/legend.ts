/** Where a browser keeps that its user has closed the legend. */
const CLOSED = 'parley:legend-closed';

/** Whether the map opens with its legend: until one has closed it for the first time. */
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
    // Storage is barred: the next page opens with the legend again.
  }
}
