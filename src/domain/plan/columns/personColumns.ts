import { said } from '../../lang.js';
import type { Person } from '../roster.js';
import { column, halves, listed, nameColumns, partsOf } from './column.js';
import type { Column } from './column.js';

/** Everything that a roster says of a person, but for the posts. */
export const PERSON_COLUMNS: Column<Person>[] = [
  column('id', said('id', '编号'), ['id'], (person) => person.id),
  ...nameColumns<Person>('name', said('name', '姓名'), (person) => person.name),
  ...nameColumns<Person>('unit', said('department', '部门'), (person) => person.unit),
  column('languages', said('languages', '语言'), ['languages'], (person) => listed(person.languages), partsOf),
  column('email', said('e-mail', '电子邮件'), ['contacts', 'email'], (person) => person.contacts.email),
  column('mobile', said('mobile', '手机'), ['contacts', 'mobile'], (person) => person.contacts.mobile, dialled),
  column('phone', said('telephone', '电话'), ['contacts', 'phone'], (person) => person.contacts.phone, dialled),
  column('wecom', said('WeCom', '企业微信'), ['contacts', 'wecom'], (person) => person.contacts.wecom),
  column('dingtalk', said('DingTalk', '钉钉'), ['contacts', 'dingtalk'], (person) => person.contacts.dingtalk),
  column('feishu', said('Feishu', '飞书'), ['contacts', 'feishu'], (person) => person.contacts.feishu),
  column(
    'qualifications',
    said('qualifications', '资质'),
    ['qualifications'],
    ({ qualifications }) =>
      listed(qualifications?.map(({ qualification, until }) => (until ? `${qualification}:${until}` : qualification))),
    (cell) => partsOf(cell).map((part) => pair('qualification', 'until', halves(part, ':'))),
  ),
  column(
    'trained',
    said('trained', '培训'),
    ['trained'],
    ({ trained }) => listed(trained?.map(({ training, on }) => `${training}:${on}`)),
    (cell) => partsOf(cell).map((part) => pair('training', 'on', halves(part, ':'))),
  ),
  column(
    'away',
    said('away', '不在时段'),
    ['away'],
    ({ away }) => listed(away?.map(({ from, to }) => `${from}/${to}`)),
    (cell) => partsOf(cell).map((part) => pair('from', 'to', halves(part, '/'))),
  ),
  column('verifiedAt', said('verified on', '核实日期'), ['verifiedAt'], (person) => person.verifiedAt),
  column('active', said('active', '在册'), ['active'], ({ active }) => YES_NO.get(active), yesOrNo),
];

/** People write numbers with gaps; what is dialled has none. */
function dialled(cell: string): string {
  return cell.replace(/[\s().-]/g, '');
}

function pair(first: string, second: string, [a, b]: [string, string | undefined]): Record<string, string> {
  return { [first]: a, ...(b === undefined ? {} : { [second]: b }) };
}

const YES_NO = new Map<boolean | undefined, string>([
  [true, 'yes'],
  [false, 'no'],
]);

function yesOrNo(cell: string): unknown {
  if (['yes', 'true', '是'].includes(cell.toLowerCase())) return true;
  return ['no', 'false', '否'].includes(cell.toLowerCase()) ? false : cell;
}
