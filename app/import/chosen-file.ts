/** The name of pasted text: none, since a debate without a title would have it. */
const PASTED = '.txt';

/** Returns the file that is chosen in a form, or its pasted text as one; `null`: it has neither. */
export function chosenFile(form: HTMLFormElement): File | null {
  const field = form.elements.namedItem('file');
  const [file] = field instanceof HTMLInputElement ? (field.files ?? []) : [];
  if (file) return file;
  // Formats are recognized by their first line.
  const text = pastedText(form).replace(/^\s*\n/, '');
  return text.trim() === '' ? null : new File([text], PASTED, { type: 'text/plain' });
}

export function pastedText(form: HTMLFormElement): string {
  return String(new FormData(form).get('pasted') ?? '');
}

/** True for a file that `chosenFile` made from text. */
export function isPasted(file: File): boolean {
  return file.name === PASTED;
}
