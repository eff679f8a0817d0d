import type { Lang } from '../../domain/lang.js';
import type { ReportModel, Section } from '../model.js';
import { factsTable, markLine, sectionHtml, signatureHtml } from './blocks.js';
import { escapeHtml } from './escape.js';

export function reportBody(model: ReportModel): string {
  const { lang, title, runningHead, mark, cover, lead, sections, signatures, annexes } = model;
  return `<header>
${markLine(mark)}<p class="head">${escapeHtml(runningHead)}</p>
<h1>${title.map((line) => `<span>${escapeHtml(line)}</span>`).join(' ')}</h1>
${factsTable(cover.facts, cover.caption)}
</header>
<main>
${lead.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
${sections.map((section) => onPage(section, lang)).join('\n')}
<section class="page">
<h2>${escapeHtml(signatures.heading)}</h2>
${signatureHtml(signatures)}
</section>
${annexes.map((annex) => onPage({ ...annex, ownPage: true }, lang)).join('\n')}
</main>
${mark === undefined ? '' : `<footer>\n${markLine(mark)}</footer>`}`;
}

function onPage(section: Section, lang: Lang): string {
  const html = sectionHtml(section, lang);
  return section.ownPage === true ? `<div class="page">\n${html}\n</div>` : html;
}
