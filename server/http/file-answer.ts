/**
 * A file as an answer, written as it is read. HEAD gets its head alone, and where nobody reads any longer (the reader has
 * gone, or never began) writing ends at once: nothing stays open behind an answer.
 */
export function fileAnswer(
  { method, signal }: Request,
  pieces: AsyncGenerator<Uint8Array | string>,
  headers: Readonly<Record<string, string>>,
): Response {
  const end = () => void pieces.return(undefined);
  if (method === 'HEAD' || signal.aborted) {
    end();
    return new Response(null, { headers });
  }
  signal.addEventListener('abort', end, { once: true });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (file) => {
      const { value, done } = await pieces.next();
      if (done) file.close();
      else file.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    cancel: end,
  });
  return new Response(body, { headers });
}
