import type { Incident, OpinionSummary, PublicOpinion } from '../../api/contract.js';
import { figureWords, formatDuration, volumeWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';

export function opinionLines(opinion: PublicOpinion, voice: Voice): string[] {
  const { say, style } = voice;
  const { entries, earlier } = opinion;
  const rest = say(`  ${earlier} earlier: see timeline`, `  此前还有${earlier}条，见 timeline`);
  return [
    summaryWords(opinion, voice),
    ...entries.flatMap((entry) => entryLines(entry, voice)),
    ...(earlier === 0 ? [] : [style.dim(rest)]),
  ];
}

/** In the status of the incident; nothing where nothing is said and none is due. */
export function opinionLine({ publicOpinion }: Incident, voice: Voice): string | undefined {
  if (publicOpinion === undefined) return undefined;
  const { count, dueAt, ended } = publicOpinion;
  return count === 0 && dueAt === undefined && ended === undefined ? undefined : summaryWords(publicOpinion, voice);
}

function summaryWords({ count, volume, sentiment, raised, dueAt, ended }: OpinionSummary, voice: Voice): string {
  const { say, style, time, lang } = voice;
  const figures = volume === undefined ? [] : [`${volume.source} ${volumeWords(volume.count, volume.usual, lang)}`];
  const parts = [
    say(`${count} entries`, `记录${count}条`),
    ...figures,
    ...(volume?.before === undefined ? [] : [moved(volume.count, volume.before, voice)]),
    ...(sentiment === undefined ? [] : [say(`sentiment ${sentiment.words}`, `情绪${sentiment.words}`)]),
    ...raised.map(({ id }) => style.bad(say(`alert: ${id}`, `达到报告情形：${id}`))),
    ...(dueAt === undefined ? [] : [say(`next due ${time(dueAt)}`, `下次记录期限 ${time(dueAt)}`)]),
    ...(ended === undefined
      ? []
      : [say(`ended ${time(ended.at)}: ${ended.reason}`, `已于 ${time(ended.at)} 结束：${ended.reason}`)]),
  ];
  return parts.join(say('; ', '；'));
}

function moved(now: number, before: number, { say }: Voice): string {
  if (now > before) return say(`rising from ${before}`, `由${before}上升`);
  return now < before ? say(`falling from ${before}`, `由${before}回落`) : say('unchanged', '持平');
}

function entryLines(entry: PublicOpinion['entries'][number], voice: Voice): string[] {
  const { say, style, time, lang } = voice;
  const { id, source, observedAt, by, untrue, claim, note, link, alerts, reply, sentiment, ...figures } = entry;
  const words = figureWords({ ...figures, sentiment: sentiment?.value }, lang);
  const fields: [string, string | undefined][] = [
    [
      untrue ? say('Untrue claim', '不实说法') : say('Claim', '主要说法'),
      claim ?? (untrue ? say('yes', '是') : undefined),
    ],
    [say('Note', '说明'), note],
    [say('Link', '链接'), link],
    [
      say('Reached', '达到的情形'),
      alerts.length === 0 ? undefined : alerts.map(({ name }) => name).join(say('; ', '；')),
    ],
    [say('Reply', '回应'), reply && replyWords(reply, voice)],
  ];
  return [
    `  ${style.bold(id)}  ${[source, ...words].join(say(', ', '，'))}  ${style.dim(`${time(observedAt)}  ${actorName(by, voice)}`)}`,
    ...fields.flatMap(([label, value]) => (value === undefined ? [] : [`      ${label}${say(': ', '：')}${value}`])),
  ];
}

function replyWords(
  { at, by, text, after }: NonNullable<PublicOpinion['entries'][number]['reply']>,
  voice: Voice,
): string {
  const { say, time, lang } = voice;
  const who = actorName(by, voice);
  const said = text ?? say('(text erased)', '（原文已删除）');
  const span = formatDuration(Math.max(0, after), lang);
  return say(`${said} (${time(at)}, after ${span}, ${who})`, `${said}（${time(at)}，历时${span}，${who}）`);
}
