/** Bytes sent in one piece: even a slow line takes that many within `READ_WITHIN`. */
const PIECE = 64 * 1_024;
/** Milliseconds within which a reader has to take the next piece. */
const READ_WITHIN = 30_000;

/**
 * A file as an answer, written as it is read. HEAD gets only its head. When nobody reads any longer (the reader has gone, never began, or
 * takes nothing for `readWithin` milliseconds) writing ends at once: nothing stays open behind an answer.
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
  const body = new ReadableStream<Uint8Array>({
    pull: async (file) => {
      clearTimeout(waiting);
      while (rest.length === 0) {
        const { value, done } = await pieces.next();
        if (done) return file.close();
        rest = typeof value === 'string' ? encoder.encode(value) : value;
      }
      file.enqueue(rest.subarray(0, PIECE));
      rest = rest.subarray(PIECE);
      waiting = setTimeout(() => {
        end();
        // If it were closed, the file would look complete.
        file.error(new Error('Nobody read on'));
      }, readWithin).unref();
    },
    cancel: end,
  });
  return new Response(body, { headers });
}
