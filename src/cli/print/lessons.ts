import type { Lessons } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';

/** The questions once, then each department with its answers; last who is missing. */
export function lessonLines({ asked, questions, departments, collector, collected }: Lessons, voice: Voice): string[] {
  const { say, style, time } = voice;
  if (asked === undefined) {
    return [
      say('No department is asked: that begins with the end of the response.', '尚未征集：应急终止后才请各部门总结。'),
    ];
  }
  const missing = departments.filter(({ given }) => given === undefined);
  const named = missing.map(({ post, vacant }) => {
    const id = `${post.name} (${post.id})`;
    return vacant ? `${id} ${say('– nobody holds it', '——无人任职')}` : id;
  });
  return [
    say(`Due ${time(asked.dueAt)}`, `期限 ${time(asked.dueAt)}`),
    style.bold(say('Questions', '问题')),
    ...questions.map(({ number, text }) => `  ${number}. ${text}`),
    ...departments.flatMap((department) => departmentLines(department, voice)),
    ...(collected === undefined
      ? [
          named.length === 0
            ? style.good(say('All have answered.', '各部门均已提交。'))
            : style.bad(say(`Missing: ${named.join(', ')}`, `尚缺：${named.join('、')}`)),
          say(`To be collected by ${collector?.name ?? '-'}.`, `由${collector?.name ?? '-'}汇总。`),
        ]
      : collectedLines(collected, voice)),
  ];
}

function departmentLines({ post, given }: Lessons['departments'][number], voice: Voice): string[] {
  const { say, style, time } = voice;
  if (given === undefined) return [];
  const who = actorName(given.by, voice);
  const behalf = given.onBehalf
    ? say(`, in its place: ${given.reason ?? ''}`, `，代为提交：${given.reason ?? ''}`)
    : '';
  return [
    `${style.bold(post.name)} ${style.dim(`${say(`version ${given.version}`, `第${given.version}版`)}  ${who}  ${time(given.at)}${behalf}`)}`,
    ...given.answers.map(({ question, text, finding }) => {
      const label = question === 'free' ? say('Besides', '其他') : question;
      const mark = finding === undefined ? '' : `  ${style.bold(`[${finding}]`)}`;
      return `  ${label}  ${text ?? say('(text erased)', '（原文已删除）')}${mark}`;
    }),
  ];
}

function collectedLines({ at, by, missing, reason }: NonNullable<Lessons['collected']>, voice: Voice): string[] {
  const { say, style, time } = voice;
  const names = missing.map(({ name }) => name);
  return [
    say(`Collected ${time(at)} by ${actorName(by, voice)}`, `${actorName(by, voice)}于 ${time(at)} 汇总`),
    ...(names.length === 0
      ? []
      : [
          style.bad(
            say(
              `Without: ${names.join(', ')}. Reason: ${reason ?? '(text erased)'}`,
              `未提交：${names.join('、')}。理由：${reason ?? '（原文已删除）'}`,
            ),
          ),
        ]),
  ];
}
