/**
 * Decompresses gzip in Base64 to text. A separate task before it keeps browsers that start to inflate on the page's thread from
 * lengthening the task in which the board's scripts start.
 */
export async function inflate(zipped: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve));
  const inflated = new Blob([bytesOf(atob(zipped))]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(inflated).text();
}

/** Converts one character at a time: with a callback, half a million characters would block the page for 3 frames. */
function bytesOf(characters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
