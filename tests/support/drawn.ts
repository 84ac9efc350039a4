/** All of a drawn file as one piece. */
export async function drawn(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const gathered: Uint8Array[] = [];
  for await (const piece of pieces) gathered.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(gathered);
}

/** The same as text. */
export async function drawnText(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  return Buffer.from(await drawn(pieces)).toString();
}
