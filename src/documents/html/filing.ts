import type { FilingModel } from '../model.js';
import { factsTable, markLine, sectionHtml, tableHtml } from './blocks.js';
import { escapeHtml, withBreaks } from './escape.js';

export function filingBody(model: FilingModel): string {
  const { lang, title, runningHead, mark, check, form, salutation, lead, sections, tail, closing } = model;
  const lines = (texts: string[]): string => texts.map((text) => `<p>${withBreaks(text)}</p>`).join('\n');
  return `${markLine(mark)}<aside class="check" aria-labelledby="check">
${markLine(check.mark)}<h1 id="check">${escapeHtml(check.heading)}</h1>
${lines(check.notes)}
${check.tables.map(({ caption, facts }) => factsTable(facts, caption)).join('\n')}
${tableHtml(check.contents)}
</aside>
<main class="page">
<header>
${markLine(mark)}<p class="head">${escapeHtml(runningHead)}</p>
<h1>${title.map((line) => `<span>${escapeHtml(line)}</span>`).join(' ')}</h1>
${form.facts.length === 0 ? '' : factsTable(form.facts, form.caption, false)}
</header>
${salutation === undefined ? '' : `<p class="flush">${withBreaks(salutation)}</p>\n`}${lines(lead)}
${sections.map((section) => sectionHtml(section, lang)).join('\n')}
${lines(tail)}
${closing.map((line) => `<p class="unit">${withBreaks(line)}</p>`).join('\n')}
</main>
${mark === undefined ? '' : `<footer>\n${markLine(mark)}</footer>`}`;
}
