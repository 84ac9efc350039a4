import { z } from 'zod';
import { VISIBILITIES } from '../../domain/debate/head/head.ts';
import { TABLE_FIELDS } from '../../domain/formats/csv/claim-table.ts';
import { KIT_PAPERS, KIT_SHEETS } from '../../domain/formats/exports/paper-kit.ts';
import { PEOPLE_IN_FILE } from '../../domain/formats/exports/people-in-file.ts';
import { MODERATION_SECTIONS, USUAL_SECTIONS } from '../../domain/formats/exports/report-sections.ts';
import { FORMAT_NAMES } from '../../domain/formats/formats.ts';
import { TEMPLATE_PARTS } from '../../domain/formats/template/template-parts.ts';
import type { Scope } from '../auth/sign-in/scopes.ts';
import { THEMES } from '../rendering/pictures/map-colours.ts';
import { newDebateSchema } from '../services/debates/new-debate.ts';
import { EXPORT_NAMES } from '../services/exports/export-names.ts';
import * as shapes from './shapes.ts';

/** A part of the document: JSON. */
type Json = Readonly<Record<string, unknown>>;

/** An endpoint for programs. */
interface Endpoint {
  readonly id: string;
  readonly summary: string;
  /** `null`: also available without a token, if the debate is public. */
  readonly scope: Scope | null;
  readonly parameters?: readonly Json[];
  readonly body?: Json;
  readonly answers: Readonly<Record<number, Json>>;
}

const schemaOf = (shape: z.ZodType, io: 'input' | 'output' = 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // Answers may get more fields within a version: programs must not refuse them.
      if (io === 'output' && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  });
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
  description: 'Repeating a request with the same key returns the same comment',
};

const EXPORTED: Json = {
  description: 'The file',
  content: { '*/*': { schema: { type: 'string', contentEncoding: 'binary' } } },
};

/** The endpoints, by path and method. */
const ENDPOINTS: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = {
  '/debates': {
    get: {
      id: 'listDebates',
      summary: 'List public debates and those you’re in',
      scope: null,
      answers: { 200: answer('Debates', shapes.debatesAnswer) },
    },
    post: {
      id: 'createDebate',
      summary: 'Create a debate, empty or from another one',
      scope: 'write',
      body: asked(newDebateSchema),
      answers: { 201: answer('Created', shapes.createdDebate) },
    },
  },
  '/debates/{id}': {
    get: {
      id: 'readDebate',
      summary: 'Get a debate’s summary. For all of it, export it as `parley`',
      scope: null,
      answers: { 200: answer('Debate', shapes.debateAnswer) },
    },
  },
  '/debates/{id}/operations': {
    post: {
      id: 'submitOperation',
      summary:
        'Submit an operation, idempotent by `clientId` and `clientSeq`. Moderator operations need the scope `moderate`',
      scope: 'write',
      body: asked(shapes.operationRequest),
      answers: { 200: answer('Written', shapes.operationAnswer) },
    },
  },
  '/debates/{id}/votes': {
    get: {
      id: 'readVotes',
      summary: 'Get visible tallies and your own votes',
      scope: null,
      answers: { 200: answer('Votes', shapes.votesAnswer) },
    },
    post: {
      id: 'vote',
      summary: 'Vote on a claim, or withdraw the vote',
      scope: 'write',
      body: asked(shapes.voteRequest),
      answers: { 200: answer('Written', shapes.voteAnswer) },
    },
  },
  '/debates/{id}/comments': {
    get: {
      id: 'readComments',
      summary: 'List comments, oldest first',
      scope: null,
      parameters: [
        inQuery(
          'on',
          { type: 'string' },
          'ID of a claim, position or link: only its comments, and those on what was merged into it',
        ),
      ],
      answers: { 200: answer('Comments', shapes.commentsAnswer) },
    },
    post: {
      id: 'comment',
      summary: 'Add a comment',
      scope: 'write',
      parameters: [NAMED_BY_KEY],
      body: asked(shapes.commentRequest),
      answers: { 201: answer('Written', shapes.commentAnswer) },
    },
  },
  '/debates/{id}/export': {
    get: {
      id: 'exportDebate',
      summary: 'Export the debate as far as the caller can see it',
      scope: null,
      parameters: [
        inQuery('format', { enum: EXPORT_NAMES, default: 'parley' }, 'See docs/formats.md'),
        inQuery('people', { enum: PEOPLE_IN_FILE, default: 'names' }, 'Authors: names, pseudonyms or none'),
        inQuery('branch', { type: 'string' }, 'ID of a claim or position: only its branch'),
        inQuery(
          'at',
          { type: 'string' },
          'An earlier moment: the number of an entry, milliseconds since 1970, or an ISO 8601 date',
        ),
        inQuery('theme', { enum: THEMES, default: 'light' }, 'Theme of an image'),
        inQuery(
          'sections',
          { type: 'string', default: USUAL_SECTIONS.join(',') },
          `Sections of a PDF, separated by commas; also ${MODERATION_SECTIONS.join(' and ')}. CSV takes only these two`,
        ),
        inQuery(
          'parts',
          { type: 'string', default: TEMPLATE_PARTS.join(',') },
          'Parts of a template, separated by commas',
        ),
        inQuery(
          'sheets',
          { type: 'string', default: KIT_SHEETS.join(',') },
          'Sheets of a paper kit, separated by commas',
        ),
        inQuery('paper', { enum: KIT_PAPERS, default: 'a4' }, 'Paper of a kit'),
        inQuery('width', { type: 'integer' }, 'Width of a PNG in pixels, within limits'),
      ],
      answers: { 200: EXPORTED },
    },
  },
  '/debates/{id}/webhooks': {
    get: {
      id: 'listWebhooks',
      summary: 'List webhooks',
      scope: 'moderate',
      answers: { 200: answer('Webhooks', shapes.webhooksAnswer) },
    },
    post: {
      id: 'createWebhook',
      summary: 'Create a webhook',
      scope: 'moderate',
      body: asked(shapes.webhookRequest),
      answers: { 201: answer('Created', shapes.webhookAnswer) },
    },
  },
  '/debates/{id}/webhooks/{webhookId}': {
    post: {
      id: 'resumeWebhook',
      summary: 'Resume an ended webhook with the first change it has not delivered',
      scope: 'moderate',
      body: asked(shapes.webhookActionRequest),
      answers: { 200: answer('Resumed', shapes.doneAnswer) },
    },
    delete: {
      id: 'removeWebhook',
      summary: 'Remove a webhook',
      scope: 'moderate',
      answers: { 200: answer('Removed', shapes.doneAnswer) },
    },
  },
  '/imports': {
    post: {
      id: 'importDebate',
      summary: 'Preview a file or, with a visibility, create a debate from all of it',
      scope: 'write',
      parameters: [
        inQuery('name', { type: 'string' }, 'The file’s name; its extension selects the format'),
        inQuery('format', { enum: FORMAT_NAMES }, 'Detected automatically if omitted'),
        inQuery('visibility', { enum: VISIBILITIES }, 'Creates the debate'),
        ...TABLE_FIELDS.map((field) =>
          inQuery(
            `column.${field}`,
            { type: 'string' },
            'Of one table of claims: the heading of the column with this field. By default, headings are recognized',
          ),
        ),
      ],
      body: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', contentEncoding: 'binary' } } },
      },
      answers: {
        200: answer('Preview', shapes.previewAnswer),
        201: answer('Created', shapes.importAnswer),
        422: answer('Unreadable file', shapes.unreadableShape),
      },
    },
  },
};

/** The OpenAPI document of `/api/v1`, made from the same schemas by which requests are parsed. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Parley',
      version: '1',
      description:
        'Debates for programs. Every response is JSON with `ok`. A rejection has a code from a closed list and the usual HTTP ' +
        'status. Live updates: Socket.IO on `/live`, see docs/protocol.md.',
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(
      Object.entries(ENDPOINTS).map(([path, methods]) => [path, pathItem(path, methods)]),
    ),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token: `parley_…`' },
      },
      responses: { Refusal: answer('Rejection', shapes.refusalShape) },
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
