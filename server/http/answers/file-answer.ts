/** Bytes sent in one piece: even a slow line takes that many within `READ_WITHIN`. */
const PIECE = 64 * 1_024;
/** Milliseconds within which a reader has to take the next piece. */
const READ_WITHIN = 30_000;
/** Pieces that a reader takes on average in that time: of a whole file, 17 KB a second. */
const PACE = 8;

/**
 * A file as an answer, written as it is read. HEAD gets only its head. When nobody reads any longer (the reader has gone, never began, or
 * takes nothing for `readWithin` milliseconds, or takes all of it too slowly) writing ends at once: nothing stays open behind an answer.
 */
export function fileAnswer(
  { method, signal }: Request,
  pieces: AsyncGenerator<Uint8Array | string>,
  headers: Readonly<Record<string, string>>,
  readWithin = READ_WITHIN,
): Response {
  let waiting: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(waiting);
    void pieces.return(undefined);
  };
  if (method === 'HEAD' || signal.aborted) {
    end();
    return new Response(null, { headers });
  }
  signal.addEventListener('abort', end, { once: true });
  const encoder = new TextEncoder();
  /** Data that was made and not sent yet. */
  let rest: Uint8Array = new Uint8Array();
  /** Milliseconds that the reader may still take for all it was sent; time in which the file is made doesn't count. */
  let patience = readWithin;
  let sentAt: number | null = null;
  const body = new ReadableStream<Uint8Array>({
    pull: async (file) => {
      clearTimeout(waiting);
      if (sentAt !== null) patience -= performance.now() - sentAt;
      while (rest.length === 0) {
        const { value, done } = await pieces.next();
        if (done) return file.close();
        rest = typeof value === 'string' ? encoder.encode(value) : value;
      }
      const piece = rest.subarray(0, PIECE);
      file.enqueue(piece);
      rest = rest.subarray(PIECE);
      sentAt = performance.now();
      patience += (readWithin * piece.length) / PIECE / PACE;
      const within = Math.min(readWithin, patience);
      waiting = setTimeout(() => {
        end();
        // If it were closed, the file would look complete.
        file.error(new Error('Nobody read on'));
      }, within).unref();
    },
    cancel: end,
  });
  return new Response(body, { headers });
}
