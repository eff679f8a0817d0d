import type { AxisScore, Score } from '../evaluation/score.js';
import type { Lang } from '../lang.js';
import { said } from '../lang.js';
import type { Said } from '../lang.js';
import type { WeighedAxis } from '../plan/compiled.js';
import type { Names } from '../plan/names.js';
import { listed } from './speaker.js';

const AXES: Record<WeighedAxis, Said> = {
  speed: said('speed of response', '响应速度'),
  coordination: said('co-ordination', '协同配合'),
  technical: said('technical handling', '技术处置'),
};

export const axisWords = (axis: WeighedAxis, lang: Lang): string => AXES[axis][lang];

/** How the number comes about, sentence by sentence; nothing where nothing that counts was rated. */
export function scoreWords({ score, conclusion, axes, capped = [] }: Score, names: Names, lang: Lang): string[] {
  const zh = lang === 'zh-CN';
  if (score === undefined) return [];
  const counting = axes.filter(({ points }) => points !== undefined);
  const left = axes.filter(({ points }) => points === undefined).map(({ axis }) => axisWords(axis, lang));
  const sum = counting.map((axis) => part(axis, lang)).join(' + ');
  return [
    zh ? `得分：${sum} = ${score}分。` : `Score: ${sum} = ${score}.`,
    ...(left.length === 0
      ? []
      : [
          zh
            ? `${listed(left, lang)}没有评级，不计入，其余按原权重比例折算。`
            : `Not rated, and so left out: ${listed(left, lang)}. The other weights were brought to a hundred per cent.`,
        ]),
    ...(capped.length === 0 || conclusion === undefined
      ? []
      : [
          zh
            ? `关键项评为“${names.rating('U', lang)}”（${capped.join('、')}），等次至多为“${names.conclusion(conclusion, lang)}”。`
            : `Critical and rated “${names.rating('U', lang)}”: ${capped.join(', ')}. So the grade is at most “${names.conclusion(conclusion, lang)}”.`,
        ]),
  ];
}

function part({ axis, points = 0, share }: AxisScore, lang: Lang): string {
  const name = axisWords(axis, lang);
  return lang === 'zh-CN' ? `${name}${points}分×${share}%` : `${name} ${points} × ${share}%`;
}
