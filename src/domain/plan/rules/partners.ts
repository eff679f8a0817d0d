import { said } from '../../lang.js';
import { PLAN_GUIDE, section } from './documents.js';
import { observeIf, rule } from './rule.js';
import type { Rule } from './rule.js';

/** An authority helps by law, a customer is told: neither signs an agreement with us. */
const WITHOUT_AGREEMENT = ['government', 'customer'];

export const partnerRules: Rule[] = [
  rule({
    id: 'V-91',
    title: said('Help from outside is agreed on and can be reached', '外部支援有协议、有联系方式'),
    basis: { ...PLAN_GUIDE, clause: section('9.8'), kind: 'direct' },
    about: ['partners'],
    run: ({ plan: { partners } }) =>
      partners.flatMap(({ id, kind, agreement, contact }, i) => [
        ...observeIf(
          agreement === undefined && !WITHOUT_AGREEMENT.includes(kind),
          ['partners', i],
          said(`there is no agreement with "${id}"`, `与“${id}”没有协议或备忘录`),
          said('agree on it, then write number and date under "agreement"', '签订后在“agreement”中写明编号和日期'),
        ),
        ...observeIf(
          !Object.values(contact).every((words) => /\d|@/.test(words)),
          ['partners', i, 'contact'],
          said(`no number or address leads to "${id}"`, `“${id}”没有电话或地址`),
          said('write a telephone number or an address', '写明电话或地址'),
        ),
      ]),
  }),
];
