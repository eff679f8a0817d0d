import type { BulletinModel } from '../model.js';
import { factsTable, markLine, sectionHtml } from './blocks.js';
import { escapeHtml } from './escape.js';

export function bulletinBody(model: BulletinModel): string {
  const { lang, title, issue, runningHead, mark, form, lead, sections, closing, foot } = model;
  return `<header>
${markLine(mark)}<p class="head">${escapeHtml(runningHead)}</p>
<h1>${title.map((line) => `<span>${escapeHtml(line)}</span>`).join(' ')}</h1>
<p class="issue">${escapeHtml(issue)}</p>
${factsTable(form.facts, form.caption)}
</header>
<main>
${lead.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
${sections.map((section) => sectionHtml(section, lang)).join('\n')}
${closing.map((line) => `<p class="unit">${escapeHtml(line)}</p>`).join('\n')}
</main>
<footer>
${factsTable(foot.facts, foot.caption)}
${markLine(mark)}</footer>`;
}
