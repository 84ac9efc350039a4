import { LIMITS } from '../../domain/debate/limits.ts';

/** Milliseconds within which a body arrives. */
const ARRIVES_WITHIN = 30_000;
/** How often in that time it is looked whether a long body keeps up. */
const LOOKS = 8;

/**
 * A request's body; null where it is longer than it may be (a body's stated length is only what its sender says), or has not
 * arrived within `within` milliseconds: what holds a place for it is free then. One longer than a message is given up as soon as
 * less than half of it is there than would have to be by then: a few senders of a byte a second would else hold all places.
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
