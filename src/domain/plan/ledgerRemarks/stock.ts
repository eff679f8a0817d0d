import { said, textIn } from '../../lang.js';
import type { Said } from '../../lang.js';
import { formatDuration } from '../../words/time.js';
import type { Day } from '../days.js';
import { parseDuration } from '../duration.js';
import type { LedgerItem } from '../ledger.js';
import { warning } from '../remark.js';
import type { Remark } from '../remark.js';
import { stockOf } from '../stock.js';
import type { Resource, Stock } from '../stock.js';

export type StockCode = 'stock_missing' | 'stock_below_minimum' | 'stock_at_reorder';

/** Whether there is enough of a resource. */
export function stockRemarks(resource: Resource, items: LedgerItem[], today: Day): Remark<StockCode>[] {
  const { id, minimum, reorder = minimum } = resource;
  const stock = stockOf(resource, items, today);
  const first = items.findIndex((item) => item.resource === id);
  const path = first < 0 ? ['items'] : ['items', first, 'onHand'];
  const have = onHand(resource, stock);
  switch (stock.state) {
    case 'missing':
      return [
        warning(
          'stock_missing',
          path,
          said(
            `the ledger has nothing of "${id}"; the plan wants ${minimum}`,
            `台账中没有“${id}”，预案要求储备${minimum}`,
          ),
          said('enter what there is of it, or procure it', '登记现有物品，或予以采购'),
        ),
      ];
    case 'belowMinimum':
      return [
        warning(
          'stock_below_minimum',
          path,
          said(`${have.en}: less than the minimum of ${minimum}`, `${have['zh-CN']}，低于最低储备${minimum}`),
          replenish(resource),
        ),
      ];
    case 'reorder':
      return [
        warning(
          'stock_at_reorder',
          path,
          said(`${have.en}: at ${reorder} it is to be replenished`, `${have['zh-CN']}，降至${reorder}即应补充`),
          replenish(resource),
        ),
      ];
    case 'sufficient':
      return [];
  }
}

function onHand({ id, unit }: Resource, stock: Stock): Said {
  const [gone, goneZh] =
    stock.expired > 0 ? [` (${stock.expired} expired)`, `（另有${stock.expired}已过期）`] : ['', ''];
  return said(
    `${stock.onHand} ${textIn(unit, 'en')} of "${id}" on hand${gone}`,
    `“${id}”现有${stock.onHand}${textIn(unit, 'zh-CN')}${goneZh}`,
  );
}

function replenish({ replenishWithin }: Resource): Said {
  if (replenishWithin === undefined) return said('replenish it', '补充储备');
  const within = parseDuration(replenishWithin);
  return said(`replenish it within ${formatDuration(within, 'en')}`, `在${formatDuration(within, 'zh-CN')}内补充`);
}
