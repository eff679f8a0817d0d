import { said } from '../../lang.js';
import type { Holders, PersonId } from '../compiled.js';
import type { Path } from '../issues.js';
import type { LedgerItem } from '../ledger.js';
import { info, warning } from '../remark.js';
import type { Remark } from '../remark.js';
import type { Resource } from '../stock.js';

export type CustodianCode = 'custodian_inactive' | 'custodian_differs';

/** Of a roster, what is asked about custodians. */
export interface People {
  active: ReadonlySet<PersonId>;
  holders: Holders;
}

const ROLES = {
  custodian: said('custodian', '保管责任人'),
  deputy: said('deputy custodian', '代管人'),
};

/** Whether those in whose care an item is are there, and are whom the plan thought of. */
export function custodianRemarks(
  item: LedgerItem,
  resource: Resource,
  { active, holders }: People,
  path: Path,
): Remark<CustodianCode>[] {
  return (['custodian', 'deputy'] as const).flatMap((role): Remark<CustodianCode>[] => {
    const person = item[role];
    if (person === undefined) return [];
    const { en, 'zh-CN': zh } = ROLES[role];
    if (!active.has(person)) {
      return [
        warning(
          'custodian_inactive',
          [...path, role],
          said(`"${person}", ${en} of "${item.id}", is not active any more`, `“${item.id}”的${zh}“${person}”已不在册`),
          said('hand it over to somebody, and write the name here', '办理移交并登记新的责任人'),
        ),
      ];
    }
    const post = resource[role];
    if (post === undefined || holders[post]?.includes(person)) return [];
    return [
      info(
        'custodian_differs',
        [...path, role],
        said(
          `"${person}" is ${en} of "${item.id}"; the plan wants a holder of "${post}"`,
          `“${item.id}”的${zh}是“${person}”，预案规定由“${post}”担任`,
        ),
        said('leave it if it is meant so, else hand it over', '确属有意安排可不改，否则办理移交'),
      ),
    ];
  });
}
