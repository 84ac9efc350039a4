import { LIMITS } from '#domain/debate/engine/limits.ts';

/** Milliseconds within which a body has to arrive. */
const ARRIVES_WITHIN = 30_000;
/** Number of checks in that time whether a long body arrives fast enough. */
const LOOKS = 8;

/**
 * Reads a request's body; null if it exceeds `limit` (`Content-Length` is only the sender's claim) or takes longer than `within`
 * milliseconds. A body longer than a message is also dropped once less than half of what is due by then has arrived: otherwise a
 * few senders of one byte a second could take all slots.
 */
export async function readBytes(
  request: Request,
  limit: number,
  within = ARRIVES_WITHIN,
): Promise<Buffer | null> {
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const length = Number(request.headers.get('content-length') ?? 0);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let looks = 0;
  let isLate = false;
  const looking = setInterval(() => {
    looks += 1;
    const isSlow = length > LIMITS.messageBytes && bytes < (length * looks) / LOOKS / 2;
    if (!isSlow && looks < LOOKS) return;
    isLate = true;
    void reader.cancel().catch(() => undefined);
  }, within / LOOKS);
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
    clearInterval(looking);
  }
}
