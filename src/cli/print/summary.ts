import type { Summary } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';
import { documentLines } from './documents.js';

/** When it is, then each criterion with its rating and what the record says, then what was concluded. */
export function summaryLines(summary: Summary, voice: Voice): string[] {
  const { say, style } = voice;
  const { agenda, criteria, held } = summary;
  return [
    ...standing(summary, voice),
    ...(agenda.length === 0 ? [] : [style.bold(say('Agenda', '议程'))]),
    ...agenda.map((item, i) => `  ${i + 1}. ${item}`),
    criteria.length === 0
      ? say('The plan has no criteria: it is held without ratings.', '预案没有评估标准，不作逐项评级。')
      : style.bold(say('Ratings', '逐项评级')),
    ...criteria.flatMap((criterion) => criterionLines(criterion, voice)),
    ...(held === undefined ? [] : heldLines(held, voice)),
  ];
}

function standing({ asked, called, participants, held }: Summary, { say, time, style }: Voice): string[] {
  const names = (people: Summary['participants']) => people.map(({ name }) => name).join(say(', ', '、'));
  const due =
    asked === undefined
      ? say('None is due now; one may be held after the end all the same.', '目前不要求召开；应急终止后也可以召开。')
      : say(`Due ${time(asked.dueAt)}`, `期限 ${time(asked.dueAt)}`);
  const meeting =
    called === undefined
      ? []
      : [
          style.bold(
            say(`Meeting ${time(called.at)}, ${called.place ?? ''}`, `会议 ${time(called.at)}，${called.place ?? ''}`),
          ),
          say(`With ${names(called.participants)}`, `参加人：${names(called.participants)}`),
        ];
  const planned = called === undefined && held === undefined && participants.length > 0;
  return [
    ...(held === undefined ? [due] : []),
    ...meeting,
    ...(planned ? [say(`The plan names ${names(participants)}`, `预案规定参加人：${names(participants)}`)] : []),
  ];
}

function criterionLines(
  { id, name, critical, axis, rating, ratingName, note, measured }: Summary['criteria'][number],
  { say, style }: Voice,
): string[] {
  const marks = [
    ...(critical ? [say('critical', '关键项')] : []),
    ...(axis === undefined ? [say('not counted', '不计分')] : []),
  ];
  const mark = marks.length === 0 ? '' : ` ${style.dim(`(${marks.join(', ')})`)}`;
  const rated = rating === undefined ? style.dim('-') : style.bold(`${rating} ${ratingName ?? ''}`.trim());
  return [
    `  ${id}  ${rated}  ${name}${mark}`,
    ...(measured === undefined ? [] : [`    ${style.dim(`${measured.name}${say(': ', '：')}${measured.words}`)}`]),
    ...(note === undefined ? [] : [`    ${note}`]),
  ];
}

function heldLines(held: NonNullable<Summary['held']>, voice: Voice): string[] {
  const { say, style, time } = voice;
  const { at, by, version, present, conclusion, how, conclusions, document } = held;
  const who = actorName(by, voice);
  const people = present.map(({ name }) => name).join(say(', ', '、'));
  return [
    style.bold(say(`Recorded ${time(at)} by ${who} (no. ${version})`, `${who}于 ${time(at)} 登记（第${version}次）`)),
    say(`Present: ${people}`, `到会：${people}`),
    ...how,
    ...(conclusion === undefined ? [] : [style.bold(say(`Grade: ${conclusion.name}`, `等次：${conclusion.name}`))]),
    style.bold(say('Conclusions', '会议结论')),
    ...(conclusions ?? say('(text erased)', '（原文已删除）')).split('\n').map((line) => `  ${line}`),
    ...(document === undefined ? [] : documentLines([document], voice)),
  ];
}
