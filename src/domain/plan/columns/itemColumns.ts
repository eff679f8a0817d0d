import { said } from '../../lang.js';
import type { LedgerItem } from '../ledger.js';
import { column, listed, nameColumns, partsOf } from './column.js';
import type { Column } from './column.js';

/** Everything that a ledger says of an item. */
export const ITEM_COLUMNS: Column<LedgerItem>[] = [
  column('id', said('id', '编号'), ['id'], (item) => item.id),
  column('resource', said('resource', '资源'), ['resource'], (item) => item.resource),
  ...nameColumns<LedgerItem>('name', said('name', '名称'), (item) => item.name),
  ...nameColumns<LedgerItem>('location', said('location', '存放地点'), (item) => item.location),
  column('custodian', said('custodian', '保管责任人'), ['custodian'], (item) => item.custodian),
  column('deputy', said('deputy', '代管人'), ['deputy'], (item) => item.deputy),
  ...nameColumns<LedgerItem>('unit', said('department', '部门'), (item) => item.unit),
  column('onHand', said('on hand', '现有数量'), ['onHand'], (item) => String(item.onHand), counted),
  column('serials', said('serial numbers', '序列号'), ['serials'], (item) => listed(item.serials), partsOf),
  column('lastInspected', said('last inspected', '上次检查'), ['lastInspected'], (item) => item.lastInspected),
  column('nextInspection', said('next inspection', '下次检查'), ['nextInspection'], (item) => item.nextInspection),
  column('expires', said('expires', '有效期至'), ['expires'], (item) => item.expires),
  column('note', said('note', '备注'), ['note'], (item) => item.note),
];

/** Digits without separators, so that `1,000` and `1.000` cannot be taken for each other. */
function counted(cell: string): unknown {
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}
