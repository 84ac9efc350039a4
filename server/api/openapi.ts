import { z } from 'zod';
import { VISIBILITIES } from '../../domain/debate/settings/head.ts';
import { FORMAT_NAMES } from '../../domain/formats/formats.ts';
import { PEOPLE_IN_FILE } from '../../domain/formats/people-in-file.ts';
import { MODERATION_SECTIONS, USUAL_SECTIONS } from '../../domain/formats/report-sections.ts';
import type { Scope } from '../auth/scopes.ts';
import { THEMES } from '../pictures/map-colours.ts';
import { EXPORT_NAMES } from '../use-cases/export-names.ts';
import { newDebateSchema } from '../use-cases/new-debate.ts';
import * as shapes from './shapes.ts';

/** A part of the document: JSON. */
type Json = Readonly<Record<string, unknown>>;

/** One thing a program may ask for. */
interface Endpoint {
  readonly id: string;
  readonly summary: string;
  /** Null: also asked for without a token, where the debate is public. */
  readonly scope: Scope | null;
  readonly parameters?: readonly Json[];
  readonly body?: Json;
  readonly answers: Readonly<Record<number, Json>>;
}

const schemaOf = (shape: z.ZodType, io: 'input' | 'output' = 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
};
const json = (schema: Json): Json => ({ 'application/json': { schema } });
const asked = (shape: z.ZodType): Json => ({ required: true, content: json(schemaOf(shape, 'input')) });
const answer = (description: string, shape: z.ZodType): Json => ({
  description,
  content: json(schemaOf(shape)),
});
const inQuery = (name: string, schema: Json, description: string): Json => ({
  name,
  in: 'query',
  schema,
  description,
});
const inPath = (name: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{3,40}$' },
});

const NAMED_BY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', maxLength: 200 },
  description: 'Asked for again with the same key, it is the same comment',
};

const EXPORTED: Json = {
  description: 'The file',
  content: { '*/*': { schema: { type: 'string', contentEncoding: 'binary' } } },
};

/** What there is, by path and method. */
const ENDPOINTS: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = {
  '/debates': {
    get: {
      id: 'listDebates',
      summary: 'Public debates, and those one takes part in',
      scope: null,
      answers: { 200: answer('The debates', shapes.debatesAnswer) },
    },
    post: {
      id: 'createDebate',
      summary: 'Makes a debate, empty or from another one',
      scope: 'write',
      body: asked(newDebateSchema),
      answers: { 201: answer('It is made', shapes.debateMade) },
    },
  },
  '/debates/{id}': {
    get: {
      id: 'readDebate',
      summary: 'A debate in short; whole, it is exported as `parley`',
      scope: null,
      answers: { 200: answer('The debate', shapes.debateAnswer) },
    },
  },
  '/debates/{id}/operations': {
    post: {
      id: 'submitOperation',
      summary:
        'One operation, by `clientId` and `clientSeq` the same one again; `moderate` for what only those who run a debate may',
      scope: 'write',
      body: asked(shapes.operationAsked),
      answers: { 200: answer('It is written', shapes.operationAnswer) },
    },
  },
  '/debates/{id}/votes': {
    get: {
      id: 'readVotes',
      summary: 'Tallies, as far as they are told, and one’s own votes',
      scope: null,
      answers: { 200: answer('The votes', shapes.votesAnswer) },
    },
    post: {
      id: 'vote',
      summary: 'Votes on a claim, or takes the vote back',
      scope: 'write',
      body: asked(shapes.voteAsked),
      answers: { 200: answer('It is written', shapes.operationAnswer) },
    },
  },
  '/debates/{id}/comments': {
    get: {
      id: 'readComments',
      summary: 'Comments, the oldest first',
      scope: null,
      parameters: [
        inQuery('on', { type: 'string' }, 'The id of a claim, position or link: those on it alone'),
      ],
      answers: { 200: answer('The comments', shapes.commentsAnswer) },
    },
    post: {
      id: 'comment',
      summary: 'Writes a comment',
      scope: 'write',
      parameters: [NAMED_BY_KEY],
      body: asked(shapes.commentAsked),
      answers: { 201: answer('It is written', shapes.commentAnswer) },
    },
  },
  '/debates/{id}/export': {
    get: {
      id: 'exportDebate',
      summary: 'The debate as a file, as whoever asks may see it',
      scope: null,
      parameters: [
        inQuery('format', { enum: EXPORT_NAMES, default: 'parley' }, 'See docs/formats.md'),
        inQuery(
          'people',
          { enum: PEOPLE_IN_FILE, default: 'names' },
          'Who wrote what: by name, by number, or not',
        ),
        inQuery('branch', { type: 'string' }, 'The id of a claim or position: its branch alone'),
        inQuery('theme', { enum: THEMES, default: 'light' }, 'Of a picture: its look'),
        inQuery(
          'sections',
          { type: 'string', default: USUAL_SECTIONS.join(',') },
          `Of a PDF: its sections, separated by commas; also ${MODERATION_SECTIONS.join(' and ')}. Of CSV: only these two`,
        ),
        inQuery('width', { type: 'integer' }, 'Of a PNG: its width in pixels, as near as its bounds allow'),
      ],
      answers: { 200: EXPORTED },
    },
  },
  '/debates/{id}/webhooks': {
    get: {
      id: 'listWebhooks',
      summary: 'The addresses that are told what changes',
      scope: 'moderate',
      answers: { 200: answer('The webhooks', shapes.webhooksAnswer) },
    },
    post: {
      id: 'createWebhook',
      summary: 'Has an address told what changes from now on',
      scope: 'moderate',
      body: asked(shapes.webhookAsked),
      answers: { 201: answer('It is told', shapes.webhookAnswer) },
    },
  },
  '/debates/{id}/webhooks/{webhookId}': {
    delete: {
      id: 'removeWebhook',
      summary: 'Tells an address nothing more',
      scope: 'moderate',
      answers: { 200: answer('It is removed', shapes.doneAnswer) },
    },
  },
  '/imports': {
    post: {
      id: 'importDebate',
      summary: 'Looks into a file, or, with a visibility, makes a debate of it: all of it or nothing',
      scope: 'write',
      parameters: [
        inQuery('name', { type: 'string' }, 'The file’s name: by its ending a format is told'),
        inQuery('format', { enum: FORMAT_NAMES }, 'Found by itself where it is left out'),
        inQuery('visibility', { enum: VISIBILITIES }, 'Makes the debate'),
      ],
      body: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', contentEncoding: 'binary' } } },
      },
      answers: {
        200: answer('What is in it', shapes.previewAnswer),
        201: answer('It is made', shapes.importAnswer),
        422: answer('It cannot be read', shapes.unreadableShape),
      },
    },
  },
};

/** The OpenAPI document of `/api/v1`, made of the same shapes by which requests are read. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Parley',
      version: '1',
      description:
        'Debates for programs. Every answer is JSON with `ok`; a refusal says why by a code of a closed list, and its status ' +
        'is of the usual ones. Live: Socket.IO on `/live`, see docs/protocol.md.',
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(
      Object.entries(ENDPOINTS).map(([path, methods]) => [path, pathItem(path, methods)]),
    ),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An access token of a person: `parley_…`' },
      },
      responses: { Refusal: answer('Why not', shapes.refusalShape) },
    },
  };
}

function pathItem(path: string, methods: Readonly<Record<string, Endpoint>>): Json {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => inPath(name));
  const operations = Object.entries(methods).map(
    ([method, { id, summary, scope, parameters, body, answers }]) => [
      method,
      {
        operationId: id,
        summary,
        description:
          scope === null ? 'A token needs the scope `read`.' : `The token needs the scope \`${scope}\`.`,
        security: scope === null ? [{}, { token: [] }] : [{ token: [] }],
        ...(parameters && { parameters }),
        ...(body && { requestBody: body }),
        responses: { ...answers, default: { $ref: '#/components/responses/Refusal' } },
      },
    ],
  );
  return { ...(named.length > 0 && { parameters: named }), ...Object.fromEntries(operations) };
}
