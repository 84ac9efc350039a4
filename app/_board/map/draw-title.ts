import type { MapBox } from '../../../domain/layout/map-layout.ts';
import type { MapPicture } from './map-picture.ts';
import { widthIn } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

/** Pixels of the screen: the text of a far card does not shrink with it. */
const TITLE = { size: 11.5, line: 13, pad: 5, sign: 11, spine: 3 };

/** Draws a far card: its spine, its sign, and as much of its text as there is room for. */
export function drawTitle(picture: MapPicture, box: MapBox): void {
  const { context, palette, zoom, state } = picture;
  const { x, y, width, height } = picture.place(box);
  const claim = state.claims.get(box.id);
  if (!claim) return;
  context.save();
  context.translate(x, y);
  context.scale(1 / zoom, 1 / zoom);
  drawFace(picture, width * zoom, height * zoom, palette.hue(box.hue));
  const attack = box.relation === 'attack';
  const room = Math.floor((height * zoom - 1.4 * TITLE.pad) / TITLE.line);
  const left = TITLE.spine + TITLE.pad;
  const inner = width * zoom - left - TITLE.pad - TITLE.sign;
  if (room >= 1 && inner >= 16) {
    const font = `400 ${TITLE.size}px ${palette.sans}`;
    context.font = `650 ${TITLE.size}px ${palette.sans}`;
    context.textBaseline = 'top';
    context.fillStyle = attack ? palette.attack : palette.support;
    context.fillText(attack ? '−' : '+', left, TITLE.pad);
    context.font = font;
    context.fillStyle = claim.retracted ? palette.soft : palette.ink;
    wrapText(claim.text, inner, widthIn(font), room).forEach((line, at) => {
      context.fillText(line, left + TITLE.sign, TITLE.pad + at * TITLE.line);
    });
  }
  context.restore();
}

function drawFace({ context, palette }: MapPicture, width: number, height: number, hue: string): void {
  context.fillStyle = palette.card;
  context.strokeStyle = palette.rule;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(0.5, 0.5, width - 1, height - 1, 4);
  context.fill();
  context.stroke();
  context.fillStyle = hue;
  context.fillRect(0, 0, TITLE.spine, height);
}
