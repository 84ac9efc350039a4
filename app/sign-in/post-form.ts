/** What a form's route answers a script; empty where it refused. */
export type PostedForm = Readonly<Partial<Record<string, string>>>;

/** Sends a form by script. Fails where the server is not reached. */
export async function postForm(path: string, fields: Readonly<Record<string, string>>): Promise<PostedForm> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return answer.ok ? answer.json() : {};
}
