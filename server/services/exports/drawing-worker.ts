import { drawDebate } from '../../rendering/draw-debate.ts';
import { answerPieces } from './answer-pieces.ts';

// Draws one file in a separate process, apart from writing: fonts and the drawing code take a while to load.
answerPieces(drawDebate);
