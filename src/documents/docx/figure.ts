import { AlignmentType, ImageRun, Paragraph } from 'docx';
import type { Figure } from '../model.js';
import { runs } from './runs.js';
import type { Setting } from './setting.js';
import { STYLE } from './styleNames.js';

const TWIPS_PER_PIXEL = 15;

/** For programs that cannot draw SVG where no raster could be made: one transparent pixel. */
const EMPTY = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** As wide as the text, and never so high that its caption leaves the page. The caption stands below. */
export function figureBlocks(figure: Figure, { form, rasters }: Setting): Paragraph[] {
  const scale = Math.min(form.textWidth / figure.width, form.figureHeight / figure.height) / TWIPS_PER_PIXEL;
  const transformation = { width: Math.round(figure.width * scale), height: Math.round(figure.height * scale) };
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(figure.svg),
    transformation,
    fallback: { type: 'png', data: rasters.get(figure) ?? EMPTY },
    altText: { name: figure.caption, title: figure.caption, description: figure.description },
  });
  return [
    new Paragraph({ style: STYLE.figure, alignment: AlignmentType.CENTER, keepNext: true, children: [image] }),
    new Paragraph({ style: STYLE.figureCaption, children: runs(figure.caption) }),
  ];
}
