import { contentsOf } from '../contents.js';
import type { Card, PlanModel } from '../model.js';
import { factsTable, markLine, sectionHtml, signatureHtml, tableHtml } from './blocks.js';
import { escapeHtml, withBreaks } from './escape.js';

export function planBody(model: PlanModel): string {
  const { lang, title, mark, foot, cover, approval, records, sections, annexes, cards, sheet } = model;
  const onOwnPage = (section: (typeof sections)[number]): string =>
    `<div class="page">\n${sectionHtml(section, lang)}\n</div>`;
  return `<header>
${markLine(mark)}${factsTable(cover.facts, title.join(' '), false)}
<h1>${title.map((line) => `<span>${escapeHtml(line)}</span>`).join(' ')}</h1>
${cover.lines.map((line) => `<p class="imprint">${escapeHtml(line)}</p>`).join('\n')}
</header>
<section class="page">
<h2>${escapeHtml(approval.heading)}</h2>
${signatureHtml(approval)}
</section>
${contents(model)}
<main>
${records.map(onOwnPage).join('\n')}
${sections.map(onOwnPage).join('\n')}
${annexes.map(onOwnPage).join('\n')}
${cards.map(cardHtml).join('\n')}
${onOwnPage(sheet)}
</main>
<footer>
${markLine(mark)}<p class="head">${escapeHtml(foot)}</p>
</footer>`;
}

function contents(model: PlanModel): string {
  const { heading } = model.contents;
  const entries = contentsOf(model).map(
    ({ level, heading: text, anchor }) => `<li class="level${level}"><a href="#${anchor}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="page" aria-labelledby="contents">
<h2 id="contents">${escapeHtml(heading)}</h2>
<ol class="contents">
${entries.join('\n')}
</ol>
</nav>`;
}

function cardHtml({ label, heading, facts, stepsHeading, steps, calls, origin }: Card): string {
  return `<section class="page card">
<p class="label">${escapeHtml(label)}</p>
<h2>${escapeHtml(heading)}</h2>
${factsTable(facts, `${label} ${heading}`, false)}
<h3>${escapeHtml(stepsHeading)}</h3>
<ol class="steps">
${steps.map((step) => `<li>${withBreaks(step)}</li>`).join('\n')}
</ol>
${tableHtml(calls)}
<p class="head">${escapeHtml(origin)}</p>
</section>`;
}
