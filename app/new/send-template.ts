import type { Ballots, Names, Visibility } from '../../domain/debate/head/head.ts';
import type { Template } from '../../domain/formats/template/template-schema.ts';
import { sendFile } from '../_ui/requests/send-file.ts';

/** A template with what its starter wrote and chose. */
export function withChoices(
  template: Template,
  written: Pick<Template, 'title' | 'motion' | 'positions'>,
  chosen: { readonly names: string; readonly ballots: string },
): Template {
  const settings = { ...template.settings, names: chosen.names as Names, ballots: chosen.ballots as Ballots };
  return { ...template, ...written, settings };
}

/** Starts a debate from a template. It is sent as the file it is: the server checks it like any other. */
export function sendTemplate(template: Template, visibility: string) {
  const file = new File([JSON.stringify(template)], 'debate.template.json');
  return sendFile(file, { format: 'template', columns: null }, visibility as Visibility);
}
