import type { Lang } from '../../domain/lang.js';
import { listNumber } from '../numbering.js';
import type { Block, Fact, Figure, Section, SignaturePage, Table } from '../model.js';
import { escapeHtml, withBreaks } from './escape.js';

export function markLine(mark: string | undefined): string {
  return mark === undefined ? '' : `<p class="mark">${escapeHtml(mark)}</p>\n`;
}

/** Labels at the left; a heading beside it may already say what the caption does. */
export function factsTable(facts: Fact[], caption: string, seen = true): string {
  const rows = facts.map(
    ({ label, value }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${withBreaks(value)}</td></tr>`,
  );
  const unseen = seen ? '' : ' class="unseen"';
  return `<table class="cover">\n<caption${unseen}>${escapeHtml(caption)}</caption>\n<colgroup><col class="labels"><col></colgroup>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

export function sectionHtml({ heading, anchor, blocks, sections }: Section, lang: Lang, level = 2): string {
  const id = anchor === undefined ? '' : ` id="${anchor}"`;
  const parts = [
    `<section>`,
    `<h${level}${id}>${escapeHtml(heading)}</h${level}>`,
    ...blocks.map((block) => blockHtml(block, lang)),
    ...sections.map((section) => sectionHtml(section, lang, level + 1)),
    `</section>`,
  ];
  return parts.join('\n');
}

function blockHtml(block: Block, lang: Lang): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${withBreaks(block.text)}</p>`;
    case 'list':
      return listHtml(block.items, lang);
    case 'table':
      return tableHtml(block.table);
    case 'figure':
      return figureHtml(block.figure);
  }
}

/** The numbers are part of the text, as in the word-processor version, so that a copied item keeps its number. */
function listHtml(items: string[], lang: Lang): string {
  const lines = items.map((item, i) => `<li>${listNumber(i + 1, lang)}${withBreaks(item)}</li>`);
  return `<ol class="items">\n${lines.join('\n')}\n</ol>`;
}

function figureHtml({ caption, svg }: Figure): string {
  return `<figure>\n<div class="wide" tabindex="0">${svg}</div>\n<figcaption>${escapeHtml(caption)}</figcaption>\n</figure>`;
}

export function tableHtml({ caption, captionUnseen, columns, rows, fills, handwritten }: Table): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const cols = columns.map(({ width }) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`).join('');
  const head = columns.map(({ heading }) => `<th scope="col">${escapeHtml(heading)}</th>`).join('');
  const body = rows.map(
    (row, y) => `<tr>${row.map((cell, x) => cellHtml(cell, x === 0 ? fills?.[y] : undefined)).join('')}</tr>`,
  );
  return `<div class="wide" tabindex="0"><table${handwritten === true ? ' class="signed"' : ''}>
<caption${captionUnseen === true ? ' class="unseen"' : ''}>${escapeHtml(caption)}</caption>
<colgroup>${cols}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

function cellHtml(text: string, fill: string | undefined): string {
  return `<td${fill === undefined ? '' : ` style="background:#${fill}"`}>${withBreaks(text)}</td>`;
}

/** What stands below the heading of a page to be signed. */
export function signatureHtml({ note, table, signed, seal, organisation, date }: SignaturePage): string {
  return `<p>${withBreaks(note)}</p>
${tableHtml({ ...table, handwritten: true })}
<p class="seal">${escapeHtml(seal)}</p>
<p class="unit">${escapeHtml(organisation)}</p>
<p class="unit">${escapeHtml(date)}</p>${signed === undefined ? '' : `\n${tableHtml(signed)}`}`;
}
