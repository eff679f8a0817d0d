import type { Incident, Sitrep, SitrepItem } from '../../api/contract.js';
import { sitrepName } from '../../domain/words/index.js';
import type { Voice } from '../session.js';

export function sitrepListLines(items: SitrepItem[], voice: Voice): string[] {
  const { say } = voice;
  return items.length === 0 ? [say('No SITREP yet.', '尚无信息报送。')] : items.map((item) => itemLine(item, voice));
}

function itemLine(item: SitrepItem, { say, style, time, lang }: Voice): string {
  const { number, kind, status, dueAt, missed, releasedAt, releasedBy, late, document } = item;
  const kinds = { first: say('initial', '初报'), continued: say('update', '续报'), final: say('final', '终报') };
  const standing = {
    draft: style.bold(say(`draft, due ${time(dueAt)}`, `草稿，期限 ${time(dueAt)}`)),
    released: say(`released ${time(releasedAt ?? dueAt)}`, `已发布 ${time(releasedAt ?? dueAt)}`),
    lapsed: say('lapsed', '作废'),
  }[status];
  const parts = [
    `${sitrepName(number, lang)} ${kinds[kind]}`,
    standing,
    ...(releasedBy === undefined ? [] : [releasedBy.name ?? releasedBy.id ?? '']),
    ...(late ? [style.bad(say('late', '逾期'))] : []),
    ...(missed > 0 ? [style.bad(say(`${missed} missed`, `累计逾期 ${missed} 次`))] : []),
    ...(document?.files ?? []).slice(0, 1).map(({ url }) => style.dim(url)),
  ];
  return parts.join('  ');
}

/** Ends with what releases exactly this. */
export function sitrepLines(id: string, sitrep: Sitrep, { say, style }: Voice): string[] {
  const { number, status, form, sections, foot, upTo } = sitrep;
  const facts = (of: Sitrep['form']) => of.map(({ label, value }) => `  ${style.dim(label)}  ${value}`);
  return [
    ...facts(form),
    ...sections.flatMap(({ heading, section, lines }) => [
      section === undefined ? style.bold(heading) : `${style.bold(heading)} ${style.dim(`(${section})`)}`,
      ...lines.map((line) => `  ${line}`),
    ]),
    ...facts(foot),
    ...(status === 'released'
      ? []
      : [
          style.dim(
            say(
              `To release exactly this: muster sitrep release ${id} ${number} --up-to ${upTo}`,
              `按此内容发布：muster sitrep release ${id} ${number} --up-to ${upTo}`,
            ),
          ),
        ]),
  ];
}

/** Where the series stands, in the status of the incident. */
export function sitrepsLine(
  { sitreps: { open, next, latest } }: Incident,
  { lang, say, style, time }: Voice,
): string | undefined {
  const parts = [
    ...(open === undefined
      ? []
      : [
          style.bold(
            say(
              `${sitrepName(open.number, lang)} drafted, to be released by ${time(open.dueAt)}`,
              `${sitrepName(open.number, lang)}待发布，期限 ${time(open.dueAt)}`,
            ),
          ),
        ]),
    ...(latest === undefined
      ? []
      : [
          say(
            `no. ${latest.number} released ${time(latest.releasedAt)}`,
            `第${latest.number}期已于 ${time(latest.releasedAt)} 发布`,
          ),
        ]),
    ...(next === undefined || open !== undefined
      ? []
      : [say(`next due ${time(next.dueAt)}`, `下一期 ${time(next.dueAt)} 到期`)]),
  ];
  return parts.length === 0 ? undefined : parts.join(say(', ', '，'));
}
