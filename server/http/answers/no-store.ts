/** For an answer that depends on the viewer and the moment: it must not be cached. */
export const NO_STORE = { headers: { 'cache-control': 'no-store' } };
