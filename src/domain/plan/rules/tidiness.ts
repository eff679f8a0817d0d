import type { z } from 'zod';
import { said } from '../../lang.js';
import type { ReferenceKind } from '../issues.js';
import { findIds } from '../references/walk.js';
import { planSchema } from '../schema.js';
import type { PlanDocument, Section } from '../schema.js';
import { article, MUSTER, PLAN_MEASURES } from './documents.js';
import { observeIf, rule } from './rule.js';
import type { Rule } from './rule.js';
import { textsIn } from './textsIn.js';

/** What a writer leaves behind. The Chinese words are ordinary ones, so they count alone or in brackets only. */
const PLACEHOLDER = new RegExp(
  [
    '\\b(TBD|TBC|TODO|FIXME|XXX+)\\b',
    '^\\s*(待定|待补充|待填写|待完善)\\s*[。.]?$',
    '[（(【[]\\s*(待定|待补充|待填写|待完善)\\s*[）)】\\]]',
    '[×Xx]{2,}(公司|单位|部门)',
  ].join('|'),
);

/** Entries that nothing needs unless something refers to them. A form is for paper, and stands for itself. */
const REFERRED: [Section, ReferenceKind, (plan: PlanDocument) => { id: string }[] | undefined][] = [
  ['facts', 'fact', (plan) => plan.facts],
  ['qualifications', 'qualification', (plan) => plan.qualifications],
  ['templates', 'template', (plan) => plan.templates?.filter((template) => template.kind !== 'form')],
  ['scenarios', 'scenario', (plan) => plan.scenarios],
  ['packs', 'pack', (plan) => plan.packs],
];

/** Texts and entries that were left lying about. */
export const tidinessRules: Rule[] = [
  rule({
    id: 'V-96',
    title: said('No text is left to be written', '没有待补充的文字'),
    basis: { ...PLAN_MEASURES, clause: article(8), kind: 'derived' },
    run: ({ plan: { templates: _, ...plan } }) =>
      textsIn(plan, []).flatMap(({ path, text }) =>
        observeIf(
          PLACEHOLDER.test(text),
          path,
          said(`"${PLACEHOLDER.exec(text)?.[0]}" stands here`, `此处写着“${PLACEHOLDER.exec(text)?.[0]}”`),
          said('write the text', '写明内容'),
        ),
      ),
  }),
  rule({
    id: 'V-97',
    title: said('What the plan defines is used somewhere', '预案定义的内容都被用到'),
    basis: { ...MUSTER, kind: 'configured' },
    run: ({ plan }) => {
      const used = usedIds(plan);
      return REFERRED.flatMap(([section, kind, defined]) => {
        const idle = (defined(plan) ?? []).map(({ id }) => id).filter((id) => !used.has(`${kind} ${id}`));
        return observeIf(
          idle.length > 0,
          [section],
          said(`nothing refers to ${idle.join(', ')}`, `没有用到：${idle.join('、')}`),
          said('use them, or remove them', '使用或者删去'),
        );
      });
    },
  }),
  rule({
    id: 'V-98',
    title: said('Everybody who holds a post is trained', '各岗位都有培训'),
    basis: { ...MUSTER, kind: 'configured' },
    run: ({ plan: { posts, training } }) => {
      const without = posts
        .map(({ id }) => id)
        .filter((id) => !training?.some(({ audience }) => audience.includes(id)));
      return observeIf(
        without.length > 0,
        ['training'],
        said(`no training is for ${without.join(', ')}`, `没有面向以下岗位的培训：${without.join('、')}`),
        said('add them to the audience of a training', '加入培训对象'),
      );
    },
  }),
];

function usedIds(plan: PlanDocument): Set<string> {
  const found = Object.entries(planSchema.shape).flatMap(
    ([section, schema]) => findIds(schema as z.ZodType, plan[section as Section], [section]).refs,
  );
  return new Set(found.map(({ kind, id }) => `${kind} ${id}`));
}
