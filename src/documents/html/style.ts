import type { Lang } from '../../domain/lang.js';

/** Screen first, then paper; the page geometry of each language as in the word-processor version. */
export function styleFor(lang: Lang): string {
  const zh = lang === 'zh-CN';
  const body = zh
    ? `'Times New Roman', FangSong, 仿宋, STFangsong, 'Noto Serif CJK SC', serif`
    : `'Liberation Serif', serif`;
  const heading = zh ? `SimHei, 黑体, 'Noto Sans CJK SC', sans-serif` : `'Liberation Sans', sans-serif`;
  const subheading = zh ? `KaiTi, 楷体, STKaiti, 'AR PL KaitiM GB', serif` : heading;
  const title = zh ? `'方正小标宋简体', SimSun, 宋体, 'Noto Serif CJK SC', serif` : heading;
  return `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem; color: #111; background: #fff;
  font: ${zh ? '1.1rem/1.8' : '1rem/1.5'} ${body}; overflow-wrap: anywhere; }
h1 { text-align: center; font: bold 1.75rem/1.4 ${title}; }
h1 span { display: block; }
h2 { font: bold 1.3rem/1.5 ${heading}; margin: 2rem 0 0.5rem; }
h3 { font: bold 1.1rem/1.5 ${subheading}; margin: 1.5rem 0 0.5rem; }
h4 { font: bold 1rem/1.5 ${body}; margin: 1.25rem 0 0.5rem; }
p { margin: 0.5rem 0; ${zh ? 'text-indent: 2em;' : ''} }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: 0.875rem; line-height: 1.5; table-layout: fixed; }
caption { font-weight: bold; padding: 0.25rem; }
th, td { border: 1px solid #555; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
thead th { background: #eee; }
.wide { overflow-x: auto; }
.unseen { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
figure { margin: 1rem 0; text-align: center; }
figure svg { width: 100%; height: auto; min-width: 34rem; max-width: 46rem; }
figcaption { font-weight: bold; }
.items, .contents { list-style: none; margin: 0.5rem 0; padding: 0; }
.items li { ${zh ? 'text-indent: 2em;' : 'margin: 0.25rem 0 0.25rem 2em; text-indent: -2em;'} }
.contents .level1 { margin-top: 0.5rem; }
.contents .level2 { padding-left: 2em; }
.contents a { color: inherit; }
.imprint, .card .label, .card h2 { text-align: center; text-indent: 0; }
.card { border: 2px solid #333; padding: 1rem; margin: 2rem 0; font-size: 1.15rem; }
.card h2 { font-size: 2rem; margin: 0.5rem 0; }
.card table { font-size: 1rem; }
.steps li { margin: 0.5rem 0; }
.labels { width: 12rem; }
.cover th { font-weight: normal; background: #f6f6f6; }
.mark { border: 2px solid #a00; color: #a00; font-weight: bold; text-align: center; padding: 0.25rem; text-indent: 0; }
.check { border: 1px solid #555; background: #fafafa; padding: 0 1rem; margin-bottom: 3rem; font-size: 0.9rem; line-height: 1.5; }
.check h1 { text-align: left; font: bold 1.3rem/1.5 ${heading}; margin: 1rem 0 0.5rem; }
.check p, .flush { text-indent: 0; }
mark { background: #ff0; padding: 0 0.15em; }
.head { color: #555; font-size: 0.875rem; text-indent: 0; }
.signed td { height: 3rem; }
.issue { text-align: center; text-indent: 0; }
.unit { text-align: right; margin: 0 4em 0 0; text-indent: 0; }
.seal { height: 3cm; text-align: right; margin-right: 4em; color: #777; text-indent: 0; }
@media (max-width: 40rem) {
  body { padding: 1rem 0.75rem; }
  .wide > table { min-width: 40rem; }
  /* Of a table that is wider than the window, the middle would be out of sight. */
  .wide > table > caption { text-align: left; }
  .card .wide > table, .check .wide > table, .wide > .signed { min-width: 0; }
  .card .wide > table, .check .wide > table { table-layout: auto; overflow-wrap: break-word; }
  .card .wide col, .check .wide col { width: auto !important; }
  .card .wide td:nth-child(2), .check .wide td:nth-child(2):nth-last-child(2) { white-space: nowrap; }
  .check { padding: 0 0.5rem; }
  .check .wide > table { font-size: 0.8rem; }
  .check .wide > table > caption { text-align: center; }
  .labels { width: 7rem; }
}
@page { size: A4; margin: ${zh ? '37mm 26mm 35mm 28mm' : '25mm'}; }
@media print {
  body { max-width: none; padding: 0; font-size: ${zh ? '16pt' : '11pt'}; line-height: ${zh ? '29pt' : '1.35'}; }
  h1 { font-size: 22pt; }
  h2, h3 { font-size: ${zh ? '16pt' : '13pt'}; break-after: avoid; }
  table { font-size: ${zh ? '10.5pt' : '9pt'}; line-height: 1.4; }
  caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .page { break-before: page; }
  p, li { orphans: 2; widows: 2; }
  .contents a { text-decoration: none; }
  .wide { overflow: visible; }
  figure svg { min-width: 0; max-width: 100%; max-height: 180mm; }
  figure { break-inside: avoid; }
  .card { border: 0; font-size: 16pt; line-height: 1.5; }
  .card table { font-size: 14pt; }
}
`;
}
