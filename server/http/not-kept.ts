/** Of an answer that holds for whoever asks, now: nobody keeps it. */
export const NOT_KEPT = { headers: { 'cache-control': 'no-store' } };
