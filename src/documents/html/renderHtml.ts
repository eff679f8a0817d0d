import type { Block, DocumentModel, Section, SignaturePage, Table } from '../model.js';
import { escapeHtml, withBreaks } from './escape.js';
import { styleFor } from './style.js';

/** One file that needs nothing else: no script, no font, no picture from elsewhere. */
export function renderHtml(model: DocumentModel): string {
  const { lang, title, runningHead, mark, cover, lead, sections, signatures, annexes } = model;
  const name = escapeHtml(`${mark ?? ''}${title.join(' ')}`);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>${styleFor(lang)}</style>
</head>
<body>
<header>
${markLine(mark)}<p class="head">${escapeHtml(runningHead)}</p>
<h1>${title.map((line) => `<span>${escapeHtml(line)}</span>`).join(' ')}</h1>
${coverTable(cover)}
</header>
<main>
${lead.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
${sections.map((section) => sectionHtml(section, 2)).join('\n')}
${signaturePage(signatures)}
${annexes.map((annex) => `<div class="page">\n${sectionHtml(annex, 2)}\n</div>`).join('\n')}
</main>
${mark === undefined ? '' : `<footer>\n${markLine(mark)}</footer>\n`}</body>
</html>
`;
}

function markLine(mark: string | undefined): string {
  return mark === undefined ? '' : `<p class="mark">${escapeHtml(mark)}</p>\n`;
}

function coverTable({ caption, facts }: DocumentModel['cover']): string {
  const rows = facts.map(
    ({ label, value }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${withBreaks(value)}</td></tr>`,
  );
  return `<table class="cover">\n<caption>${escapeHtml(caption)}</caption>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function sectionHtml({ heading, blocks, sections }: Section, level: number): string {
  const parts = [
    `<section>`,
    `<h${level}>${escapeHtml(heading)}</h${level}>`,
    ...blocks.map(blockHtml),
    ...sections.map((section) => sectionHtml(section, level + 1)),
    `</section>`,
  ];
  return parts.join('\n');
}

function blockHtml(block: Block): string {
  return block.kind === 'paragraph' ? `<p>${withBreaks(block.text)}</p>` : tableHtml(block.table, '');
}

function tableHtml({ caption, columns, rows }: Table, kind: string): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const cols = columns.map(({ width }) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`).join('');
  const head = columns.map(({ heading }) => `<th scope="col">${escapeHtml(heading)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${withBreaks(cell)}</td>`).join('')}</tr>`);
  return `<table${kind === '' ? '' : ` class="${kind}"`}>
<caption>${escapeHtml(caption)}</caption>
<colgroup>${cols}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`;
}

function signaturePage({ heading, note, table, seal, organisation, date }: SignaturePage): string {
  return `<section class="page">
<h2>${escapeHtml(heading)}</h2>
<p>${escapeHtml(note)}</p>
${tableHtml(table, 'signed')}
<p class="seal">${escapeHtml(seal)}</p>
<p class="unit">${escapeHtml(organisation)}</p>
<p class="unit">${escapeHtml(date)}</p>
</section>`;
}
