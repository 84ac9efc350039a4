/** A form route's answer to a script; empty if it was rejected. */
export type PostedForm = Readonly<Partial<Record<string, string>>>;

/** Sends a form by script. Rejects if the server is unreachable. */
export async function postForm(path: string, fields: Readonly<Record<string, string>>): Promise<PostedForm> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return answer.ok ? answer.json() : {};
}
