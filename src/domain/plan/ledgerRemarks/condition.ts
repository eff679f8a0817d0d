import { said } from '../../lang.js';
import type { Day } from '../days.js';
import type { Path } from '../issues.js';
import type { LedgerItem } from '../ledger.js';
import { warning } from '../remark.js';
import type { Remark } from '../remark.js';
import { inspectionDue, isExpired } from '../stock.js';
import type { Resource } from '../stock.js';

export type ConditionCode = 'inspection_overdue' | 'inspected_in_future' | 'item_expired';

/** Whether an item is known to be in order. */
export function conditionRemarks(
  item: LedgerItem,
  resource: Resource,
  today: Day,
  path: Path,
): Remark<ConditionCode>[] {
  const { id, expires } = item;
  return [
    ...inspectionRemarks(item, resource, today, [...path, 'lastInspected']),
    ...(isExpired(item, today)
      ? [
          warning(
            'item_expired' as const,
            [...path, 'expires'],
            said(`"${id}" expired on ${expires}`, `“${id}”已于${expires}过期`),
            said('replace it, or take it out of the ledger', '更换，或从台账中删除'),
          ),
        ]
      : []),
  ];
}

function inspectionRemarks(item: LedgerItem, resource: Resource, today: Day, path: Path): Remark<ConditionCode>[] {
  const { id, lastInspected } = item;
  if (lastInspected > today) {
    return [
      warning(
        'inspected_in_future',
        path,
        said(
          `"${id}" is said to have been inspected on ${lastInspected}, a day to come`,
          `“${id}”的检查日期${lastInspected}尚未到来`,
        ),
        said('write the day on which it was inspected', '填写实际检查日期'),
      ),
    ];
  }
  const due = inspectionDue(item, resource);
  if (due >= today) return [];
  return [
    warning(
      'inspection_overdue',
      path,
      said(
        `"${id}" was to be inspected by ${due}; the last time was on ${lastInspected}`,
        `“${id}”应于${due}前检查，上次检查在${lastInspected}`,
      ),
      said('inspect it, and write down the day', '进行检查并登记日期'),
    ),
  ];
}
