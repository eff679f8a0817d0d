import type { Names } from '../../domain/plan/names.js';
import { actorWords, failedWords, refusalWords, timeMetricWords } from '../../domain/words/index.js';
import type { WhatIf } from '../../rehearsal/index.js';
import type { Voice } from '../session.js';
import { duration, row } from './measured.js';
import { section } from './section.js';

/** How many of a list are shown; `--json` has all of them. */
const SHOWN = 20;

export interface WhatIfTold extends WhatIf {
  incident: string;
  then: { plan: string; version: number };
  now: { plan: string; version: number };
}

export function whatIfLines(found: WhatIfTold, voice: Voice & { names: Names }): string[] {
  const { say, style, time, lang, names } = voice;
  const { incident, again, times, refused, only, instead, moved, same } = found;
  const then = version(found.then, voice);
  const now = version(found.now, voice);
  const listed = <T>(all: T[], line: (one: T) => string): string[] => [
    ...all.slice(0, SHOWN).map((one) => `  ${line(one)}`),
    ...(all.length > SHOWN
      ? [
          style.dim(
            say(`  … and ${all.length - SHOWN} more, see --json`, `  ……另有 ${all.length - SHOWN} 项，见 --json`),
          ),
        ]
      : []),
  ];
  const isSame = only.length + instead.length + moved.length + refused.length + times.length === 0;
  return [
    style.bold(say(`${incident}: ${then}, and ${now}`, `${incident}：${then}与${now}比较`)),
    say(
      `Run again under ${then}, ${again.same} of ${again.of} events on record come at the same time; mail and stock answer as made up.`,
      `在${then}下重演，记录中 ${again.of} 项有 ${again.same} 项在同一时间重现；邮件送达和物资库存按假定答复。`,
    ),
    ...(isSame ? [say('Nothing would have differed.', '没有不同。')] : []),
    ...section(
      say('Times', '用时'),
      times.map(({ metric, then: was, now: is }) =>
        row(`${duration(was, voice)} → ${duration(is, voice)}`, timeMetricWords(metric, lang), [], voice),
      ),
      voice,
    ),
    ...section(
      say(`Refused under ${now}`, `${now}不予受理`),
      listed(refused, ({ at, message, actor, ...refusal }) => {
        const { title } = refusalWords(refusal, names, lang);
        const what = message === undefined ? [] : [failedWords(message, lang)];
        return [time(at), ...what, actorWords(actor, names, lang), style.bad(title)].join('  ');
      }),
      voice,
    ),
    ...section(
      say(`Only under ${then}`, `仅见于${then}`),
      listed(only, ({ at, words }) => `${time(at)}  ${words}`),
      voice,
    ),
    ...section(
      say(`Only under ${now}`, `仅见于${now}`),
      listed(instead, ({ at, words }) => `${time(at)}  ${words}`),
      voice,
    ),
    ...section(
      say('At another time', '时间不同'),
      listed(moved, ({ from, to, words }) => `${time(from)} → ${time(to)}  ${words}`),
      voice,
    ),
    style.dim(say(`${same} events are the same.`, `${same} 项相同。`)),
  ];
}

function version({ plan, version: number }: { plan: string; version: number }, { say }: Voice): string {
  return say(`${plan} version ${number}`, `${plan}第${number}版`);
}
