import { RESOURCE_CLASSES } from '../../../domain/plan/compiled.js';
import type { PlanDocument } from '../../../domain/plan/schema.js';
import type { Block } from '../../model.js';
import type { PlanContext } from '../context.js';
import { atHead, LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';

type Resource = NonNullable<PlanDocument['resources']>[number];

/** 应急物资清单与储备要求: a table for each class. */
export function supplies(context: PlanContext): Block[] {
  const { document: plan, t, table, choice } = context;
  return RESOURCE_CLASSES.flatMap((kind) =>
    table(
      { 'zh-CN': `${t(choice(kind))}类资源储备要求`, en: `${atHead(t(choice(kind)))}: what must be there` },
      [
        [LABELS.name, 25],
        [WORDS.reserve, 19],
        [WORDS.custodian, 22],
        [WORDS.location, 17],
        [WORDS.upkeep, 17],
      ],
      (plan.resources ?? []).filter((resource) => resource.class === kind).map((resource) => row(context, resource)),
    ),
  );
}

function row({ names, t, span, every, quantity }: PlanContext, resource: Resource): string[] {
  const { id, name, type, minimum, reorder, custodian, deputy, location, inspectEvery, replenishWithin, partner } =
    resource;
  return [
    [
      t(name),
      ...(type === undefined ? [] : [t(type)]),
      ...(partner === undefined
        ? []
        : [t({ 'zh-CN': `来源：${names.partner(partner)}`, en: `from: ${names.partner(partner)}` })]),
    ].join('\n'),
    [
      t({ 'zh-CN': `最低${quantity(minimum, id)}`, en: `at least ${quantity(minimum, id)}` }),
      ...(reorder === undefined
        ? []
        : [t({ 'zh-CN': `补充线${quantity(reorder, id)}`, en: `refilled at ${quantity(reorder, id)}` })]),
    ].join('\n'),
    [
      names.post(custodian),
      ...(deputy === undefined
        ? []
        : [t({ 'zh-CN': `代理：${names.post(deputy)}`, en: `deputy: ${names.post(deputy)}` })]),
    ].join('\n'),
    t(location),
    [
      t({ 'zh-CN': `${every(inspectEvery)}检查`, en: `inspected ${every(inspectEvery)}` }),
      ...(replenishWithin === undefined
        ? []
        : [t({ 'zh-CN': `${span(replenishWithin)}内补充`, en: `refilled within ${span(replenishWithin)}` })]),
    ].join('\n'),
  ];
}

const WORDS = {
  reserve: { 'zh-CN': '储备要求', en: 'Reserve' },
  custodian: { 'zh-CN': '保管责任岗位', en: 'Custodian' },
  location: { 'zh-CN': '存放地点', en: 'Place' },
  upkeep: { 'zh-CN': '检查与补充', en: 'Upkeep' },
} satisfies Record<string, Bilingual>;
