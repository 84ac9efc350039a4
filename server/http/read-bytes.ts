/** Milliseconds within which a body arrives. */
const ARRIVES_WITHIN = 30_000;

/**
 * A request's body; null where it is longer than it may be (a body's stated length is only what its sender says), or has not
 * arrived within `within` milliseconds: what holds a place for it is free then.
 */
export async function readBytes(
  request: Request,
  limit: number,
  within = ARRIVES_WITHIN,
): Promise<Buffer | null> {
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    void reader.cancel().catch(() => undefined);
  }, within);
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (isLate) return null;
      if (done) return Buffer.concat(chunks);
      bytes += value.length;
      if (bytes > limit) {
        void reader.cancel().catch(() => undefined);
        return null;
      }
      chunks.push(value);
    }
  } finally {
    clearTimeout(late);
  }
}
