import type { AcknowledgementAnswer, DecisionAnswer, PreviewAnswer, ReportAnswer } from '../../api/contract.js';
import { phaseWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { levelsOf } from './levels.js';

export function reportLines({ id, reportedAt, proposed, absorbed }: ReportAnswer, voice: Voice): string[] {
  const { say, style, time } = voice;
  if (absorbed) {
    const where = style.bold(id);
    return [say(`Added to the incident that runs already: ${where}.`, `已并入正在处置的事故 ${where}。`)];
  }
  const levels = levelsOf(proposed);
  const proposal =
    levels === undefined
      ? say('The grading criteria propose no level; a person decides.', '定级准则未提出建议，须由有权人员判定级别。')
      : say(`The grading criteria propose ${levels}; a person decides.`, `按定级准则建议${levels}，由有权人员决定。`);
  return [
    say(
      `Reported at ${time(reportedAt)} as ${style.bold(id)}.`,
      `已于 ${time(reportedAt)} 报告，事故编号 ${style.bold(id)}。`,
    ),
    proposal,
    style.dim(say(`Follow it: muster follow ${id}`, `跟踪：muster follow ${id}`)),
  ];
}

export function decisionLines({ id, phase, seq }: DecisionAnswer, { lang, say, style }: Voice): string[] {
  const now = style.bold(phaseWords(phase, lang));
  return [say(`On the record. Incident ${id}: ${now} (#${seq}).`, `已记录。事故 ${id}：${now}（#${seq}）。`)];
}

export function previewLines(preview: PreviewAnswer, voice: Voice): string[] {
  const { say, style } = voice;
  const { allowed, seq } = preview;
  const nothing = say('Nothing was recorded. This would happen:', '未作任何记录。若作此决定：');
  const decide = say(
    `Computed from #${seq}; to decide on exactly this, add --if-seq ${seq}.`,
    `依据 #${seq} 推算；如要以此为准作出决定，请加上 --if-seq ${seq}。`,
  );
  return [nothing, ...consequences(preview, voice), ...(allowed ? [style.dim(decide)] : [])];
}

/** The same where the decision follows at once. */
export function foretoldLines(preview: PreviewAnswer, voice: Voice): string[] {
  return [voice.say('What follows from it:', '将产生以下后果：'), ...consequences(preview, voice)];
}

function consequences({ allowed, words, difference = [] }: PreviewAnswer, { say, style }: Voice): string[] {
  return [
    ...words.map((line) => `  ${allowed ? line : style.bad(line)}`),
    ...(difference.length === 0 ? [] : [say('The version changes:', '该版本的变更：')]),
    ...difference.flatMap(({ heading, changes }) => [
      `  ${style.bold(heading)}`,
      ...changes.map((change) => `    ${change.words}`),
    ]),
  ];
}

export function acknowledgementLines({ id, person, status }: AcknowledgementAnswer, { say, style }: Voice): string[] {
  const who = style.bold(person.name);
  return status === 'recorded'
    ? [say(`Acknowledged: ${who}, incident ${id}.`, `${who}已确认，事故 ${id}。`)]
    : [say(`${who} had acknowledged before, incident ${id}.`, `${who}此前已确认，事故 ${id}。`)];
}

/** Of another answer to a call; `said`: what it comes to. */
export function answerLines({ id, person, status }: AcknowledgementAnswer, said: string, { say }: Voice): string[] {
  return status === 'recorded'
    ? [say(`${person.name}: ${said}, incident ${id}.`, `${person.name}：${said}，事故 ${id}。`)]
    : [say(`${person.name}: recorded before, incident ${id}.`, `${person.name}：此前已记录，事故 ${id}。`)];
}
