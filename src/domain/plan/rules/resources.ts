import { said } from '../../lang.js';
import type { Day } from '../days.js';
import { isExpired, isInspected } from '../stock.js';
import type { Resource } from '../stock.js';
import type { LedgerFacts } from './context.js';
import { MUSTER, PLAN_GUIDE, RESCUE_REGULATION, article, section } from './documents.js';
import { observe, observeIf, rule } from './rule.js';
import type { Observation, Rule } from './rule.js';

type Item = LedgerFacts['items'][number];

/** What must be there, whether it is, and who pays for more. */
export const resourceRules: Rule[] = [
  rule({
    id: 'V-40',
    title: said(
      'Supplies are there, in somebody’s care, inspected and not expired',
      '物资充足，有人保管，按期检查，未过期',
    ),
    basis: { ...RESCUE_REGULATION, clause: article(13), kind: 'direct' },
    needs: ['ledger', 'today'],
    about: ['resources'],
    run: ({ plan, ledger, today }) =>
      plan.resources.flatMap((resource, i) => {
        const items = ledger.items.filter((item) => item.resource === resource.id);
        return stateOf(resource, items, today, ['resources', i]).map((found) => ({ ...found, in: 'ledger' as const }));
      }),
  }),
  rule({
    id: 'V-41',
    title: said('No allocation gives out more than the reserve holds', '配置数量不超过储备下限'),
    basis: { ...MUSTER, kind: 'configured' },
    about: ['allocation', 'resources'],
    run: ({ plan }) =>
      plan.allocation.flatMap(({ id, resources }, i) =>
        resources.flatMap(({ resource, quantity }, j) => {
          const minimum = plan.resources.find((known) => known.id === resource)?.minimum ?? 0;
          return observeIf(
            quantity > minimum,
            ['allocation', i, 'resources', j, 'quantity'],
            said(
              `"${id}" gives out ${quantity} of "${resource}"; only ${minimum} need be there`,
              `“${id}”配置${quantity}份“${resource}”，而储备下限为${minimum}`,
            ),
            said('keep more in reserve, or give out less', '提高储备下限，或者减少配置数量'),
          );
        }),
      ),
  }),
  rule({
    id: 'V-89',
    title: said('Every resource has a second custodian and a time to be replenished', '各项资源有替补保管人和补充期限'),
    basis: { ...MUSTER, kind: 'configured' },
    about: ['resources'],
    run: ({ plan: { resources } }) =>
      resources.flatMap(({ id, custodian, deputy, replenishWithin }, i) => [
        ...observeIf(
          deputy === undefined || deputy === custodian,
          ['resources', i],
          said(`only "${custodian}" looks after "${id}"`, `“${id}”只有“${custodian}”保管`),
          said('add "deputy: …"', '加上“deputy: …”'),
        ),
        ...observeIf(
          replenishWithin === undefined,
          ['resources', i],
          said(`nothing says how soon "${id}" is replenished`, `没有写明“${id}”的补充期限`),
          said('add "replenishWithin: 7d"', '加上“replenishWithin: 7d”'),
        ),
      ]),
  }),
  rule({
    id: 'V-90',
    title: said('Any amount can be approved by somebody at every level', '各级响应中任何金额都有人可批'),
    basis: { ...PLAN_GUIDE, clause: section('6.5'), kind: 'derived' },
    run: ({ plan: { funds, levels } }) => {
      if (funds === undefined) {
        return [
          observe(
            ['funds'],
            said('there is no emergency fund, and nobody may spend', '没有应急资金，也没有规定支出权限'),
            said('add "funds" with budgets and authority', '加上“funds”，写明额度和审批权限'),
          ),
        ];
      }
      const unlimited = funds.authority.filter((entry) => entry.upTo === undefined);
      const without = levels
        .map(({ id }) => id)
        .filter((id) => !unlimited.some((entry) => entry.levels?.includes(id) ?? true));
      return observeIf(
        without.length > 0,
        ['funds', 'authority'],
        said(
          `above the highest amount nobody may spend at ${without.join(', ')}`,
          `${without.join('、')}响应中，超过最高限额的支出无人可批`,
        ),
        said('add an entry without "upTo"', '加上不带“upTo”的一条'),
      );
    },
  }),
];

function stateOf(resource: Resource, items: Item[], today: Day, path: (string | number)[]): Observation[] {
  const { id, minimum, inspectEvery } = resource;
  const onHand = items.filter((item) => !isExpired(item, today)).reduce((sum, item) => sum + item.onHand, 0);
  const expired = items.filter((item) => isExpired(item, today)).length;
  const unkept = items.filter(({ custodian }) => custodian === undefined).length;
  const late = items.filter(
    ({ lastInspected, ...item }) =>
      lastInspected === undefined || !isInspected({ ...item, lastInspected }, resource, today),
  ).length;
  return [
    ...observeIf(
      onHand < minimum,
      [...path, 'minimum'],
      said(`${onHand} of "${id}" are fit for use, ${minimum} must be there`, `“${id}”可用${onHand}，下限${minimum}`),
      said('replenish it', '补充'),
    ),
    ...observeIf(
      expired > 0,
      path,
      said(`${expired} entries of "${id}" have expired`, `“${id}”有${expired}项已过期`),
      said('replace them', '更换'),
    ),
    ...observeIf(
      unkept > 0,
      [...path, 'custodian'],
      said(`${unkept} entries of "${id}" have no custodian`, `“${id}”有${unkept}项没有保管责任人`),
      said('name one in the ledger', '在台账中指定'),
    ),
    ...observeIf(
      late > 0,
      [...path, 'inspectEvery'],
      said(
        `${late} entries of "${id}" were not inspected within ${inspectEvery}, or by the day that the ledger sets`,
        `“${id}”有${late}项超过${inspectEvery}或台账所定日期未检查`,
      ),
      said('inspect them, and record it', '检查并登记'),
    ),
  ];
}
