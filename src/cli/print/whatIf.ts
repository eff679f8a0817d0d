import type { Names } from '../../domain/plan/names.js';
import { actorWords, failedWords, refusalWords, timeMetricWords } from '../../domain/words/index.js';
import type { WhatIf } from '../../rehearsal/index.js';
import type { Voice } from '../session.js';
import { duration, row } from './measured.js';
import { section } from './section.js';

/** How many of a list are shown; `--json` has all of them. */
const SHOWN = 20;

interface WhichPlan {
  plan: string;
  version: number;
  hash: string;
}

export interface WhatIfTold extends WhatIf {
  incident: string;
  then: WhichPlan;
  now: WhichPlan;
}

export function whatIfLines(found: WhatIfTold, voice: Voice & { names: Names }): string[] {
  const { say, style, time, lang, names } = voice;
  const { incident, again, times, refused, only, instead, moved, same } = found;
  const { then, now } = planNames(found, voice);
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
      `How far to trust it: run again under ${then}, ${again.same} of the ${again.of} events on record that are compared come again, at the same time. Not compared is what Muster does beside the incident, such as sending mails and writing documents. The others hung on the world of then: when mail arrived, who else was wanted, what stock there was. Here all of that is made up, the same for both.`,
      `可信程度：在${then}下重演，记录中参与比较的 ${again.of} 项有 ${again.same} 项在同一时间重现；邮件发送、文书生成等系统过程不参与比较。其余取决于当时的外部情况（邮件何时送达、人员是否另有任务、库存多少）；此处均按假定，双方相同。`,
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
    style.dim(
      say(
        `Of what happens in the two runs, ${same} events are the same and come at the same time.`,
        `两次重演中，有 ${same} 项内容和时间都相同。`,
      ),
    ),
  ];
}

/** Told apart also where both have the same number: one may have been changed without giving it another. */
function planNames({ then, now }: WhatIfTold, { say }: Voice): { then: string; now: string } {
  const numbered = ({ plan, version }: WhichPlan) => say(`${plan} version ${version}`, `${plan}第${version}版`);
  const isSameNumber = then.plan === now.plan && then.version === now.version;
  if (!isSameNumber) return { then: numbered(then), now: numbered(now) };
  if (then.hash === now.hash) return { then: numbered(then), now: say('the same plan', '同一预案') };
  return {
    then: say(`${numbered(then)} as it was`, `当时的${numbered(then)}`),
    now: say(`${numbered(now)} with other content (same number)`, `内容不同的${numbered(now)}（编号相同）`),
  };
}
