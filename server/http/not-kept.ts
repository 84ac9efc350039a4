/** For an answer that depends on the viewer and the moment: it must not be cached. */
export const NOT_KEPT = { headers: { 'cache-control': 'no-store' } };
