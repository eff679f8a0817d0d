import type { Analysis } from '../../api/contract.js';
import { ANALYSIS_KIND_WORDS } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';

export function analysisLines(analysis: Analysis, voice: Voice): string[] {
  const { say, style, time } = voice;
  const { due, version, recordedAt, recordedBy, completed, lacks, method, nature, items } = analysis;
  const limit = due === undefined || completed !== undefined ? [] : [say(`due ${time(due)}`, `期限 ${time(due)}`)];
  if (version === 0) return [[say('No analysis yet', '尚未登记原因分析'), ...limit].join(say(', ', '，'))];
  const standing = [
    say(`Version ${version}`, `第${version}版`),
    recordedAt === undefined ? '' : time(recordedAt),
    recordedBy === undefined ? '' : actorName(recordedBy, voice),
    completed === undefined
      ? style.bold(say('not complete', '尚未确认完成'))
      : style.good(say(`complete ${time(completed.at)}`, `已于 ${time(completed.at)} 确认完成`)),
    ...limit,
  ];
  return [
    standing.filter((part) => part !== '').join('  '),
    ...lacks.map(({ words }) => style.bad(say(`  Missing: ${words}`, `  尚缺：${words}`))),
    ...(method === undefined ? [] : [say(`  Method: ${method}`, `  方法：${method}`)]),
    ...(nature === undefined ? [] : [say(`  Nature: ${nature}`, `  性质：${nature}`)]),
    ...items.flatMap((item) => itemLines(item, voice)),
  ];
}

function itemLines(item: Analysis['items'][number], { say, style, time, lang }: Voice): string[] {
  const { id, kind, text = say('(erased)', '（已删除）'), at, of, evidence, link } = item;
  const head = [
    `  ${style.dim(id)}`,
    ANALYSIS_KIND_WORDS[lang][kind],
    ...(of === undefined ? [] : [style.dim(`← ${of}`)]),
    ...(at === undefined ? [] : [time(at)]),
    text,
  ];
  const proof = [link, evidence && `SHA-256 ${evidence}`].filter((part) => part !== undefined);
  return [head.join('  '), ...proof.map((part) => style.dim(`      ${part}`))];
}
