/** What was compressed by gzip and is in Base64, as text; inflated off the page's thread. */
export async function inflate(zipped: string): Promise<string> {
  const inflated = new Blob([bytesOf(atob(zipped))]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(inflated).text();
}

/** One by one: with a callback, half a million characters would hold the page for as long as three frames. */
function bytesOf(characters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
