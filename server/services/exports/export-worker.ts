import { FORMATS, type FormatName } from '#domain/formats/formats.ts';
import { answerPieces } from './answer-pieces.ts';
import { deflate } from './deflate.ts';

// Writes one file in a separate process.
answerPieces((debate, format: FormatName) => FORMATS[format].write(debate, deflate));
