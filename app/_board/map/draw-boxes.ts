import type { Rect } from '../../../domain/layout/map-geometry.ts';
import type { MapBox } from '../../../domain/layout/map-layout.ts';
import { CARD } from './card-metrics.ts';
import type { MapPicture } from './map-picture.ts';
import { textWidth } from './text-width.ts';
import { type TextWidth, wrapText } from './wrap-text.ts';

/** Pixels on the screen: text on a far card does not shrink with it. */
const TITLE = { size: 11.5, line: 14, pad: 5 };

/** Draws what is too far to be an element: cards with what fits of their text, then marks in their hue. */
export function drawBoxes(picture: MapPicture): void {
  if (picture.level === 'marks') drawMarks(picture);
  else drawCards(picture);
}

function drawCards(picture: MapPicture): void {
  for (const box of picture.boxes) {
    if (picture.elements.has(box.id)) continue;
    if (box.kind === 'claim') drawTitle(picture, box);
    else drawHeading(picture, box);
  }
}

function drawMarks(picture: MapPicture): void {
  const { context, palette } = picture;
  const byColor = new Map<string, Rect[]>();
  for (const box of picture.boxes) {
    if (box.kind === 'motion' || picture.elements.has(box.id)) continue;
    const color = palette.hue(box.hue);
    const marks = byColor.get(color) ?? [];
    if (marks.length === 0) byColor.set(color, marks);
    marks.push(picture.place(box));
  }
  const least = 1.5 / picture.zoom;
  for (const [color, marks] of byColor) {
    context.fillStyle = color;
    for (const { x, y, width, height } of marks) context.fillRect(x, y, width, Math.max(least, height));
  }
  for (const box of picture.boxes) if (box.depth < 2) drawHeading(picture, box);
}

function drawTitle(picture: MapPicture, box: MapBox): void {
  const { context, palette, zoom, state } = picture;
  const { x, y, width, height } = picture.place(box);
  context.fillStyle = palette.card;
  context.strokeStyle = palette.rule;
  context.lineWidth = 1 / zoom;
  context.beginPath();
  context.roundRect(x, y, width, height, 6);
  context.fill();
  context.stroke();
  context.fillStyle = palette.hue(box.hue);
  context.fillRect(x, y, 3 / zoom, height);
  const claim = state.claims.get(box.id);
  if (!claim) return;
  context.fillStyle = box.relation === 'attack' ? palette.attack : palette.support;
  const sign = box.relation === 'attack' ? '−' : '+';
  const frame = { x: x + 3 / zoom, y, width: width - 3 / zoom, height };
  drawText(picture, frame, [sign, claim.text], claim.retracted ? palette.soft : palette.ink);
}

function drawText(picture: MapPicture, frame: Rect, [sign, text]: [string, string], color: string): void {
  const { context, palette, zoom } = picture;
  const { size, line, pad } = TITLE;
  const room = Math.floor((frame.height * zoom - pad) / line);
  const inner = frame.width * zoom - 2 * pad;
  if (room < 1 || inner < 24) return;
  context.save();
  context.translate(frame.x, frame.y);
  context.scale(1 / zoom, 1 / zoom);
  context.font = `600 ${size}px ${palette.sans}`;
  context.textBaseline = 'top';
  context.fillText(sign, pad, pad);
  context.font = `400 ${size}px ${palette.sans}`;
  context.fillStyle = color;
  const lines = wrapText(text, inner - 11, widthIn(context.font), room);
  for (let at = 0; at < lines.length; at += 1) context.fillText(lines[at] ?? '', pad + 11, pad + at * line);
  context.restore();
}

/** The motion and the positions keep a readable size for as long as there is room. */
function drawHeading(picture: MapPicture, box: MapBox): void {
  const { context, palette, zoom, state } = picture;
  if (box.kind === 'ghost') return;
  const { x, y, width, height } = picture.place(box);
  const motion = box.kind === 'motion';
  const text = motion ? state.head?.motion : state.positions.get(box.id)?.name;
  const { size, line, weight } = motion ? CARD.motion : CARD.name;
  const scale = Math.max(1, Math.min(13 / (size * zoom), motion ? 2.2 : 3.4));
  context.save();
  context.translate(x, y + (motion ? 0 : 3));
  if (!motion) {
    context.fillStyle = palette.hue(box.hue);
    context.fillRect(0, -3, width, Math.max(3, 2 / zoom));
  }
  context.scale(scale, scale);
  context.font = `${weight} ${size}px ${palette.serif}`;
  context.textBaseline = 'top';
  context.fillStyle = motion ? palette.ink : palette.hue(box.hue);
  const lines = wrapText(text ?? '', width / scale, widthIn(context.font), motion ? 12 : 3);
  const top = motion ? (height / scale - lines.length * line) / 2 : 6;
  for (let at = 0; at < lines.length; at += 1) context.fillText(lines[at] ?? '', 0, top + at * line);
  context.restore();
}

const widths = new Map<string, TextWidth>();

function widthIn(font: string): TextWidth {
  let width = widths.get(font);
  if (!width) {
    width = textWidth(font);
    widths.set(font, width);
  }
  return width;
}
