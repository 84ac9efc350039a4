/**
 * What was compressed by gzip and is in Base64, as text. Where browsers begin to inflate on the page's thread they do so in a task of
 * its own: else it would lengthen the one in which the board's scripts begin.
 */
export async function inflate(zipped: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve));
  const inflated = new Blob([bytesOf(atob(zipped))]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(inflated).text();
}

/** One by one: with a callback, half a million characters would hold the page for as long as three frames. */
function bytesOf(characters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
