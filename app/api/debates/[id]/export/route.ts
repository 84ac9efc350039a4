import { chosenNames } from '#domain/formats/exports/chosen-names.ts';
import { PEOPLE_IN_FILE } from '#domain/formats/exports/people-in-file.ts';
import { TEMPLATE_PARTS } from '#domain/formats/template/template-parts.ts';
import { parley } from '#server/handle.ts';
import { fileAnswer } from '#server/http/answers/file-answer.ts';
import { invalidAt, refusalResponse } from '#server/http/answers/refusal-response.ts';
import { kitSite } from '#server/routes/kit-site.ts';
import { readerOf } from '#server/routes/reader-of.ts';
import { EXPORT_NAMES } from '#server/services/exports/export-names.ts';
import { readDrawing } from '#server/services/exports/read-drawing.ts';
import { MOMENTS, parseMoment } from '#server/services/history/past.ts';

/**
 * Exports a debate, or a branch of it, as a file with what the caller may see. `?format=…&branch=claim&people=names&at=moment`, for a
 * picture `&theme=dark&width=3200`, for a report `&sections=results,map`, for a paper kit `&sheets=join,ballot&paper=a5`, for tables `&sections=moderation,notes`, for a template
 * `&parts=agenda,polls`.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const { exports } = parley();
  const asked = new URL(request.url).searchParams;
  const format = EXPORT_NAMES.find((name) => name === (asked.get('format') ?? 'parley'));
  const people = PEOPLE_IN_FILE.find((choice) => choice === (asked.get('people') ?? 'names'));
  const drawing = readDrawing(asked);
  const asAt = asked.get('at');
  const at = asAt === null ? null : parseMoment(asAt);
  if (!format) return invalidAt('format', `must be one of ${EXPORT_NAMES.join(', ')}`);
  if (!people) return invalidAt('people', `must be one of ${PEOPLE_IN_FILE.join(', ')}`);
  if ('where' in drawing) return invalidAt(drawing.where, drawing.why);
  if (asAt !== null && at === null) return invalidAt('at', MOMENTS);
  const parts = chosenNames(asked.get('parts') ?? TEMPLATE_PARTS.join(), TEMPLATE_PARTS);
  if (!parts) return invalidAt('parts', `must be of ${TEMPLATE_PARTS.join(', ')}`);
  const { id } = await params;
  const site = format === 'kit' ? await kitSite(request, id) : null;
  const wish = { format, people, drawing, parts, at, site, branch: asked.get('branch') };
  const file = await exports.write(id, person, wish, request.signal);
  if (!file.ok) return refusalResponse(file.rejection);
  return fileAnswer(request, file.pieces, {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="debate.${file.name.split('.').slice(1).join('.')}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // It is meant to be opened from disk; if a browser shows it all the same, nothing in it runs.
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:",
  });
}
